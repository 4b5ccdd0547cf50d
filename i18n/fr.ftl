# Mots de l’interface, en français.

## Langues et niveaux

lang-fr = français
lang-en = anglais
lang-locale = fr_FR
level-beginner = débutant
level-intermediate = intermédiaire
level-advanced = avancé
kind-open = question ouverte
kind-mcq = choix multiple
kind-exercise = exercice
kind-flashcard = définition
status-answered = avec réponse
status-unanswered = sans réponse
status-truncated = réponse incomplète
status-placeholder = réponse à écrire

## Site

site-home = Accueil
site-topics = Thèmes
site-topics-description = Tous les thèmes de « { $title } ».
site-topic-other = Autres questions
site-topic-description = { $n ->
    [one] { $title } : { $count } question d’entretien.
   *[other] { $title } : { $count } questions d’entretien.
}
site-concepts = Notions
site-concepts-az = Toutes les notions, de A à Z
site-concepts-count = { $n ->
    [one] { $count } notion
   *[other] { $count } notions
}
site-concepts-description = Les notions de « { $title } » de A à Z, avec leurs noms en français et en anglais.
site-concept-description = { $title } : noms, définition et questions, en français et en anglais.
site-concept-none = Aucune question en français pour l’instant.
site-search = Rechercher
site-search-go = Chercher
site-search-hint = En français ou anglais
site-search-description = Chercher dans « { $title } », dans les deux langues à la fois.
site-search-noscript = La recherche demande JavaScript. Sans lui, les thèmes et les notions ci-dessous mènent à toutes les questions.
site-every-language = Toutes les langues
site-level = Niveau
site-every-level = Tous les niveaux
site-browse = Parcourir
site-msg-none = Aucun résultat. Essayez un autre mot, ou parcourez les thèmes.
site-msg-one = 1 résultat
site-msg-many = {"{n}"} résultats
site-msg-corrected = Résultats pour « {"{word}"} »
site-msg-offline = L’index n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.
site-downloads = Téléchargements
site-downloads-description = Les questions de « { $title } » à emporter : paquets Anki et tableaux.
site-downloads-lead = Pour réviser sans réseau.
site-languages = Langues
site-navigation = Navigation principale
site-nearest = Cette page n’existe pas en français : voici la plus proche
site-crumbs = Fil d’Ariane
site-skip = Aller au contenu
site-theme = Clair / sombre
site-copy = Copier
site-copied = Copié
site-questions = { $n ->
    [one] { $count } question
   *[other] { $count } questions
}
site-unanswered = { $count } sans réponse
site-level-beginner = { $count } pour débuter
site-level-intermediate = { $count } intermédiaires
site-level-advanced = { $count } avancées
site-how = Comment s’en servir
site-how-read = Choisissez un thème, lisez la question, répondez à voix haute, puis comparez avec la réponse.
site-how-languages = Chaque question mène à celles qui traitent du même sujet dans l’autre langue.
site-how-concepts = Une notion réunit tout ce qui la concerne, avec son vocabulaire dans les deux langues.
site-how-downloads = Pour mémoriser, emportez les questions dans Anki :
site-empty = Rien ici pour l’instant.
site-print = Version à imprimer
site-answer = Réponse
site-right = { $n ->
    [one] Bonne réponse :
   *[other] Bonnes réponses :
}
site-think-first = Réfléchir d’abord : garder les réponses cachées
site-no-answer = Cette question attend encore sa réponse.
site-write-it = Proposer une réponse
site-in-fr = En français
site-in-en = En anglais
site-no-counterpart-fr = Aucune question équivalente en français pour l’instant.
site-no-counterpart-en = Aucune question équivalente en anglais pour l’instant.
site-link-same = même question
site-link-close = très proche
site-link-related = voisine
site-see-also = Voir aussi
site-turn = Questions voisines du thème
site-previous = Précédente
site-next = Suivante
site-source = Source :
site-lines = lignes { $first } à { $last }
site-edit = Modifier
site-broader = Plus général
site-narrower = Plus précis
site-related = Voisines
site-also-called = Se dit aussi :
site-missing = Page introuvable
site-missing-help = L’adresse a peut-être changé. La recherche ou l’accueil vous remettront sur le chemin.
site-moved = Cette page a changé d’adresse
site-retired = Question retirée
site-retired-help = Cette question ne fait plus partie de la collection. Les thèmes mènent à toutes les autres.
site-error-template = modèle { $name } : { $message }
site-error-template-line = modèle { $name }, ligne { $line } : { $message }
site-error-accent = site.accent doit être une couleur de la forme #rrggbb, pas « { $value } »
site-error-base-url = base_url doit être une adresse http(s), pas « { $value } »
site-error-path = le chemin « { $path } » sortirait du dossier du site
flag-mojibake = Des caractères abîmés dans la source ont été rétablis.
flag-fence-recovered = Un bloc de code mal fermé dans la source a été rétabli.
flag-code-unfenced = Du code sans délimiteurs dans la source a été mis en forme.
flag-truncated = Le texte s’interrompt dans la source.

## Recherche


## Exports

export-anki-hint = Indice
export-anki-level =
    { $level ->
        [beginner] Débutant
        [intermediate] Intermédiaire
       *[advanced] Avancé
    }
export-anki-retired = Cette question ne fait plus partie de la collection. Vous pouvez supprimer la carte.


## Messages de la ligne de commande


## Lint

