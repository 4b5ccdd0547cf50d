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
site-every-language = Langue
site-level = Niveau
site-every-level = Tous les niveaux
site-browse = Parcourir
site-topic = Thème
site-every-topic = Tous les thèmes
site-answered-or-not = Réponse
site-msg-none = Aucun résultat. Essayez un autre mot, ou parcourez les thèmes.
site-msg-one = 1 résultat
site-msg-many = {"{n}"} résultats
site-msg-corrected = pour « {"{word}"} »
site-msg-offline = L’index n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.
site-downloads = Téléchargements
site-downloads-description = Les questions de « { $title } » à emporter : paquets Anki et tableaux.
site-downloads-lead = Pour réviser sans réseau.
site-decks = Paquets Anki
site-decks-hint = Ouvrez le fichier avec Anki. Un nouveau paquet met à jour l’ancien, et ce que vous avez appris reste.
site-decks-topics = Par thème
site-decks-other = Par thème, en anglais
site-tables = Tableaux et données
site-notes = { $n ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
site-bytes = { $n ->
    [one] { $count } octet
   *[other] { $count } octets
}
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
site-level-intermediate = { $n ->
    [one] { $count } intermédiaire
   *[other] { $count } intermédiaires
}
site-level-advanced = { $n ->
    [one] { $count } avancée
   *[other] { $count } avancées
}
site-how = Comment s’en servir
site-how-read = Choisissez un thème, lisez la question, répondez à voix haute, puis comparez avec la réponse.
site-how-languages = Chaque question mène à celles qui traitent du même sujet dans l’autre langue.
site-how-concepts = Une notion réunit tout ce qui la concerne, avec son vocabulaire dans les deux langues.
site-how-downloads = Pour mémoriser, emportez les questions dans Anki :
site-empty = Rien ici pour l’instant.
site-print = Version à imprimer
site-answers = Réponses
site-answer = Réponse
site-whole-answer = La réponse entière
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
site-why = pourquoi ?
site-why-share = { $what } ({ $percent } %)
site-why-concept = { $n ->
    [one] notion commune : { $list }
   *[other] notions communes : { $list }
 }
site-why-term = { $n ->
    [one] mot qui se répond : { $list }
   *[other] mots qui se répondent : { $list }
 }
site-why-grammar = questions tournées de même
site-why-characters = questions d’orthographe voisine
site-why-text = question et réponse voisines
site-why-decision = décidé par la rédaction : { $reason }
site-meetings = Questions qui se rejoignent
site-see-also = Voir aussi
site-turn = Questions voisines du thème
site-previous = Précédente
site-next = Suivante
site-source = Source :
site-lines = lignes { $first } à { $last }
site-line = ligne { $first }
site-edit = Modifier
site-broader = Plus général
site-narrower = Plus précis
site-related = Voisines
site-also-called = Se dit aussi :
site-missing = Page introuvable
site-missing-help = L’adresse a peut-être changé. La recherche ou l’accueil vous remettront sur le chemin.
site-missing-root = Si les liens de cette page ne mènent nulle part, gardez seulement le début de l’adresse, jusqu’au nom du site.
site-moved = Cette page a changé d’adresse
site-retired = Question retirée
site-retired-help = Cette question ne fait plus partie de la collection. Les thèmes mènent à toutes les autres.
site-tags = Étiquettes
site-tags-description = Les étiquettes des questions de « { $title } ».
site-tag-title = Étiquette « { $tag } »
site-level-title-beginner = Questions pour débuter
site-level-title-intermediate = Questions intermédiaires
site-level-title-advanced = Questions avancées
site-todo = Sans réponse pour l’instant
site-todo-lead = Ces questions attendent une réponse. Ouvrez-en une : sa page mène au fichier et à la ligne où l’écrire.
site-todo-none = Toutes les questions en français ont leur réponse.
site-elsewhere = Seulement en anglais
site-elsewhere-lead = Ces questions n’ont encore en français ni équivalent ni question proche. Écrivez le vôtre : il n’a pas à être une traduction.
site-elsewhere-none = Chaque question en anglais a en français son équivalent, ou une question proche.
site-contribute = Contribuer
site-how-contribute = Il manque quelque chose ? Écrivez-le :
site-pages = Pages de la liste
site-page-title = { $title }, page { $number }
site-page-of = Page { $number } sur { $count }
site-page-previous = Page précédente
site-page-next = Page suivante
site-permalink = Lien vers « { $title } »
site-about = À propos
site-about-description = Ce que contient « { $title } », comment y contribuer, et ce que le site sait de vous : rien.
site-about-content = Ce qu’il y a ici
site-about-count-fr = { $n ->
    [one] { $count } question en français
   *[other] { $count } questions en français
}
site-about-count-en = { $n ->
    [one] { $count } question en anglais
   *[other] { $count } questions en anglais
}
site-about-links = Les questions des deux langues ne sont pas traduites les unes des autres : elles se rejoignent par les notions dont elles parlent. Chaque lien dit pourquoi il est là.
site-about-contribute = Une réponse, une correction, une question nouvelle : chaque page mène à sa source, au fichier et à la ligne.
site-about-repository = Les sources
site-about-privacy = Vos données
site-about-privacy-text = Aucun compte, aucun cookie, aucune mesure d’audience, rien qui vienne d’ailleurs. Vos réglages restent dans votre navigateur.
site-about-follow = Suivre et emporter
site-about-feed = Flux Atom des questions modifiées
site-broken-missing = { $page } : { $link } mène à une page qui n’existe pas
site-broken-anchor = { $page } : { $link } mène à une ancre qui n’est pas sur la page
site-broken-outside = { $page } : { $link } mène hors du dossier du site
site-error-template = modèle { $name } : { $message }
site-error-template-line = modèle { $name }, ligne { $line } : { $message }
site-error-endless = modèle { $name } : la page dépasse 64 Mo, le modèle doit tourner en rond
site-error-endless-line = modèle { $name }, ligne { $line } : le modèle tourne en rond (une boucle de plus de 100 000 nombres, des boucles imbriquées de plus de deux millions de tours ou un bloc ou un composant qui revient à lui-même)
site-error-accent = site.accent doit être une couleur de la forme #rrggbb, pas « { $value } »
site-error-base-url = base_url doit être une adresse http(s), pas « { $value } »
site-error-path = le chemin « { $path } » sortirait du dossier du site
flag-mojibake = Des caractères abîmés dans la source ont été rétablis.
flag-fence-recovered = Un bloc de code mal fermé dans la source a été rétabli.
flag-code-unfenced = Du code sans délimiteurs dans la source a été mis en forme.
flag-truncated = Le texte s’interrompt dans la source.

## Hors ligne

offline-title = Lire sans réseau, dans ce navigateur
offline-hint = Choisissez ce qui reste sur cet appareil. La taille est celle du téléchargement ; la première fois s’y ajoutent { $size } pour la présentation et la révision. Les images sont comprises ; les versions à imprimer ne le sont pas, elles redisent la même chose.
offline-all-fr = Toutes les questions en français
offline-all-en = Toutes les questions en anglais
offline-search = La recherche, dans les deux langues
offline-keep = Garder
offline-drop = Enlever
offline-update = Mettre à jour
offline-busy = En cours…
offline-done = C’est fait.
offline-failed = Le téléchargement n’a pas abouti. Ce qui était gardé l’est encore ; vérifiez la connexion, puis réessayez.
offline-zip = Le site entier
offline-zip-hint = À copier sur une clé USB ou à envoyer par Bluetooth : décompressez le fichier, puis ouvrez index.html.
offline-zip-name = Le site dans un fichier zip
offline-copy = Ceci est une copie du site. Les paquets Anki et les tableaux sont sur le site lui-même.
offline-online = Les téléchargements du site
offline-away = Page absente de cet appareil
offline-away-help = Sans réseau, seules les pages gardées s’ouvrent. Celle-ci ne l’est pas : revenez-y avec une connexion, ou gardez son thème depuis les téléchargements.

## Révision

study-name = Réviser
study-title = Réviser
study-description = Réviser les questions de « { $title } » avec des répétitions espacées, sans compte et sans réseau.
study-lead = Répondez de mémoire, comparez, notez-vous : chaque question revient juste avant d’être oubliée.
study-noscript = La révision demande JavaScript. Sans lui, chaque thème ci-dessous mène à ses questions et à leurs réponses.
study-due = Pour aujourd’hui
study-new = Nouvelles
study-known = Déjà vues
study-start = Commencer
study-choice = Ce que vous révisez
study-topic = Thème
study-all = Les deux langues
study-all-fr = Tout le français
study-all-en = Tout l’anglais
study-fresh = Nouvelles par jour
study-card = Question à réviser
study-reveal = Voir la réponse
study-page = La page de cette question
study-grades = Comment était votre réponse ?
study-again = À revoir
study-hard = Difficile
study-good = Bien
study-easy = Facile
study-undo = Annuler la dernière note
study-stop = Arrêter
study-keys = Au clavier : Espace montre la réponse, 1 à 4 la notent.
study-progress = Votre progression
study-private = Elle reste dans ce navigateur. Exportez-la pour la garder ou la porter sur un autre appareil ; l’import la réunit à celle qui est ici.
study-locked = Ce navigateur ne peut pas garder votre progression, ou celle qu’il a vient d’une autre version : rien n’y est écrit. Exportez-la avant de quitter la page.
study-export = Exporter
study-import = Importer un fichier
study-msg-left-one = %n question pour aujourd’hui
study-msg-left-many = %n questions pour aujourd’hui
study-msg-done = C’est tout pour aujourd’hui.
study-msg-next = Prochaine révision : %date.
study-msg-offline = Les questions n’ont pas pu être chargées. Vérifiez la connexion, puis réessayez.
study-msg-imported-one = %n question importée.
study-msg-imported-many = %n questions importées.
study-msg-refused = Ce fichier n’est pas une progression que cette page sait lire ; rien n’a changé.

## Recherche

## Exports

export-anki-hint = Indice
export-anki-level =
    { $level ->
        [beginner] Débutant
        [intermediate] Intermédiaire
       *[advanced] Avancé
    }
export-anki-key-points = Points clés
export-anki-glossary = Glossaire
export-anki-too-old = Ce paquet demande une version plus récente d’Anki.
export-tbx-source = Le glossaire d’une collection de questions d’entretien, écrit par Passerelle.
export-anki-retired = Cette question ne fait plus partie de la collection. Vous pouvez supprimer la carte.

## Messages de la ligne de commande

cli-error = erreur :
cli-help = aide :
cli-passerelle = Des questions d’entretien en vrac à l’entrée ; un site bilingue, des paquets Anki et des tableaux à la sortie.
cli-build = Construire le site, avec les paquets et tableaux à télécharger
cli-serve = Montrer le site sur cette machine et le reconstruire quand une source change
cli-lint = Vérifier la collection selon les règles
cli-lsp = Servir un éditeur : constats pendant la frappe, corrections, notions, équivalents (Language Server Protocol)
cli-explain = Afficher la page d’une règle
cli-normalize = Afficher chaque question dans le schéma commun
cli-link = Afficher quelles questions vont ensemble, et pourquoi
cli-lexicon = Apprendre quels mots se correspondent d’une langue à l’autre
cli-train = Apprendre un lexique à partir de textes parallèles
cli-export = Écrire les questions dans le format d’un autre programme
cli-import = Porter dans les sources les modifications d’un tableur
cli-status = Afficher ce qui existe dans quelle langue, et ce qui manque
cli-new = Préparer un fichier pour une nouvelle question
cli-init = Préparer un dossier pour une nouvelle collection
cli-heading-usage = Utilisation :
cli-heading-commands = Commandes{ "\u00A0" }
cli-heading-arguments = Arguments{ "\u00A0" }
cli-heading-options = Options{ "\u00A0" }
cli-heading-global = Partout{ "\u00A0" }
cli-value-command = COMMANDE
cli-after-help = Code de sortie : 0 rien à signaler ; 1 constats au niveau du seuil ou au-dessus ; 2 exécution impossible.
cli-known-values = valeurs : { $values }
cli-default-value = par défaut : { $value }
cli-arg-root = Le dossier de passerelle.yaml, au lieu du dossier courant ou de son plus proche parent
cli-arg-color = Colorer ou non la sortie
cli-arg-quiet = Ne dire que les résultats et les erreurs
cli-arg-verbose = En dire plus
cli-arg-jobs = Le nombre de fils d’exécution, au lieu d’un par cœur
cli-arg-locale = La langue des messages, au lieu de celle de l’environnement
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version
cli-arg-concepts = Le glossaire à utiliser, ou « none » pour aucun, au lieu de celui du projet ou du programme
cli-arg-lexicon = Le lexique pour relier, ou « none » pour aucun, au lieu de celui du projet ou du programme
cli-arg-paths = Les fichiers et dossiers à lire au lieu du projet ; « - » est l’entrée standard
cli-build-out = Le dossier à écrire ; il est créé, ou vient d’une construction précédente [par défaut : public, à côté de passerelle.yaml]
cli-build-base-url = L’adresse où vivra le site, au lieu de celle de passerelle.yaml
cli-build-locked = Échouer si passerelle.lock n’est pas à jour, au lieu de le mettre à jour
cli-build-in-line = Noter que cette question et ses traductions déclarées s’accordent telles qu’elles sont ; peut être répétée
cli-build-check-links = Échouer, sans rien écrire, si un lien ou une ancre du site ne mène nulle part
cli-broken-links = { $n ->
    [one] un lien du site ne mène nulle part :
   *[other] { $n } liens du site ne mènent nulle part :
}
cli-build-deny = Vérifier aussi les règles, et sortir avec 1 pour un constat de ce niveau ou au-dessus
cli-serve-port = Le port à écouter ; 0 en prend un libre
cli-serve-open = Ouvrir le site dans le navigateur
cli-lsp-stdio = Parler par l’entrée et la sortie standard ; il n’y a pas d’autre voie, et des éditeurs le précisent
cli-lint-since = Seulement les constats dus aux changements depuis cette révision git : leurs lignes, leurs entrées et leurs doublons
cli-lint-baseline = Taire les constats que ce fichier connaît, et dire lesquels ont disparu
cli-lint-write-baseline = Écrire tous les constats actuels dans le fichier de --baseline
cli-lint-baseline-written = { $count ->
    [one] { $count } constat est désormais connu
   *[other] { $count } constats sont désormais connus
}
cli-lint-baseline-stale = { $rule } dans { $path } a disparu ; retirez cette ligne, ou réécrivez le fichier avec --write-baseline
cli-lint-baseline-near = il n’y a pas de règle « { $rule } » ; vouliez-vous dire « { $near } » ?
cli-lint-baseline-unknown = il n’y a pas de règle « { $rule } » ; retirez cette ligne
cli-lint-format = La forme des constats
cli-lint-fix = Corriger ce qui peut l’être sans risque
cli-lint-unsafe = Avec --fix ou --diff : corriger aussi ce qu’une personne devrait relire
cli-lint-no-cache = Relire tous les documents, sans rien garder pour la fois suivante
cli-lint-diff = Montrer ce que --fix changerait, sans le changer
cli-lint-deny = Sortir avec 1 pour un constat de ce niveau ou au-dessus
cli-explain-rule = Le nom de la règle
cli-normalize-format = La forme des questions
cli-normalize-ledger = Afficher combien de lignes de chaque fichier ont quel rôle, au lieu des questions
cli-link-format = La forme des liens
cli-link-review = Afficher les liens douteux, les plus forts d’abord, en YAML pour links.yaml
cli-link-explain = Seulement ce qui concerne cette question, ou ces deux-là
cli-status-format = La forme de la couverture
cli-link-eval = Mesurer les liens d’après ces fichiers de jugements ; ceux qui jugent des liens portent sur PATH ou sur le projet
cli-train-pairs = Textes parallèles en français et en anglais : tableaux (.tsv), mémoires de traduction (.tmx), catalogues gettext (.po)
cli-train-output = Le fichier à écrire, au lieu de la sortie standard
cli-train-size = La taille maximale du lexique ; les paires de mots les plus fréquentes sont gardées
cli-export-exporter = Le format à écrire
cli-export-lang = Seulement les questions dans cette langue
cli-export-topic = Seulement les questions de ce thème
cli-export-level = Seulement les questions de ce niveau
cli-export-base-url = L’adresse où vit le site, dont sont faits les noms des choses, au lieu de celle de passerelle.yaml
cli-export-reader = Avec csv : qui lit le tableau ; Anki le prend après le paquet [par défaut : spreadsheet]
cli-export-bom = Avec csv : commencer par une marque d’ordre des octets, pour qu’Excel lise les accents
cli-export-exact = Avec csv : pas d’apostrophe devant les cellules qu’un tableur calculerait
cli-export-output = Le fichier à écrire, au lieu de la sortie standard
cli-import-table = Le tableau écrit par « passerelle export csv », tel que le tableur l’a enregistré
cli-import-write = Écrire les sources, au lieu de montrer seulement ce qui changerait
cli-import-new = Faire aussi un fichier de chaque nouvelle question
cli-export-format = Anki : la forme du paquet ; « latest » est plus petite et demande Anki 2.1.50 ou plus récent, tout lit « legacy » [par défaut : legacy]
cli-export-cards = Anki : ce que demandent les cartes ; les termes du glossaire et leurs définitions dans les deux sens, ou ses termes à trous [par défaut : questions]
cli-export-against = Anki : dire ce que verront les apprenants qui ont cet ancien paquet ; sans -o, rien d’autre
cli-export-report-format = La forme de ce rapport [par défaut : human]
cli-export-locked = Anki : échouer quand passerelle.lock n’est pas à jour, au lieu de le mettre à jour
cli-new-other-language = la question semble écrite dans une langue que cette collection n’a pas ({ $seen }) ; elle est rangée sous { $lang }
cli-new-question = Ce qu’elle demande
cli-new-lang = La langue de la question, au lieu de celle qu’elle montre
cli-new-topic = Le thème auquel elle appartient
cli-init-folder = Le dossier à créer ; il peut exister s’il est vide ou n’a que .git
cli-init-templates = Copier les modèles et ressources intégrés dans le dossier templates du projet, pour les modifier ; DIR est alors le projet
cli-init-templates-next = Gardez les fichiers que vous modifiez et supprimez les autres : ceux du programme les remplacent. Les variables sont dans docs/templates.md.
cli-init-next = La collection est prête : passerelle serve --root { $folder } --open
cli-standard-output = sortie standard
cli-no-threads = les fils d’exécution n’ont pas pu être lancés : { $reason }
cli-progress-reading = Lecture…
cli-progress-learning = Apprentissage…
cli-progress-building = Construction…
cli-progress-writing = Écriture…
cli-built = { $questions ->
    [one] { $questions } question, { $files } fichiers
   *[other] { $questions } questions, { $files } fichiers
  } dans { $out } (nouveaux : { $new }, changés : { $changed }, supprimés : { $removed }), { $seconds } s
cli-change-added = nouvelle : { $id }
cli-change-reworded = reformulée : { $id }
cli-change-edited = modifiée : { $id }
cli-change-moved = déplacée : { $id }
cli-change-retired = retirée : { $id }
cli-change-revived = de retour : { $id }
cli-change-card = autre carte : { $id }
cli-change-in-line = accordée avec sa traduction : { $id }
cli-change-rest = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
  }
cli-serving = Le site est servi sur { $url } jusqu’à Ctrl+C
cli-rebuilt = Les pages modifiées sont affichées
cli-followed = Les liens et les listes sont à jour
cli-no-browser = aucun navigateur n’a pu être lancé ; ouvrez { $url }
cli-fix-circle = les corrections de { $rules } se défont l’une l’autre : le fichier est tel qu’il était
cli-fixed = { $count ->
    [0] Rien à corriger
    [one] { $count } fichier corrigé
   *[other] { $count } fichiers corrigés
  }
cli-link-same = même question
cli-link-close = proche
cli-link-related = apparentée
cli-link-about = concepts : { $concepts }
cli-link-decided = décidé dans links.yaml : { $reason }
cli-link-why-concept = concept : { $value }
cli-link-why-term = mots : { $value }
cli-link-why-grammar = mots grammaticaux des questions (pourquoi, sans, autre…)
cli-link-why-characters = orthographe des questions
cli-link-why-text = questions et réponses dans leur ensemble
cli-link-why-decision = décidé : { $value }
cli-link-need-agreement = mots communs, textes entiers et marge s’accordent à { $value } ; il faut { $needs } ou plus
cli-link-need-nearness = tout ce qu’elles ont en commun vaut { $value } ; il faut { $needs } ou plus
cli-link-need-mutual-best = { $met ->
    [yes] chacune est la plus proche de l’autre
   *[no] l’une d’elles a plus proche
}
cli-link-need-rank = le produit de leurs rangs parmi les voisines de l’autre est { $value } ; il faut { $needs } ou moins
cli-link-review-head = { $count ->
    [0] Aucun lien n’est douteux.
    [one] Un lien est douteux.
   *[other] { $count } liens sont douteux, les plus forts d’abord.
  }
  Donnez la sorte (same, close, related ou none) et la raison de ceux dont vous êtes sûr,
  puis collez-les dans links.yaml, dans le dossier du contenu.
cli-eval-strict = identiques et proches contre tout le reste
cli-eval-lenient = identiques et proches, connexes mis à part
cli-eval-missing = { $count ->
    [one] { $count } jugement porte
   *[other] { $count } jugements portent
  } sur des questions absentes
cli-learnt = { $pairs } paires de mots pour { $words } radicaux français, à partir de { $sentences } paires de phrases
cli-link-none = Aucun lien.
cli-error-unknown-option = option inconnue : « { $option } ».
cli-error-unknown-command = commande inconnue : « { $command } ».
cli-error-unknown-value = « { $value } » n’est pas une valeur de { $option } ; les valeurs sont : { $known }.
cli-error-bad-value = « { $value } » ne peut pas être la valeur de { $option }.
cli-error-no-value = { $option } attend une valeur.
cli-error-nearest = Vouliez-vous dire « { $nearest } » ?
cli-error-missing = il manque : { $arguments }.
cli-error-missing-command = il manque une commande ; les commandes sont : { $known }.
cli-error-conflict = { $option } ne va pas avec { $other }.
cli-error-number-of-values = { $option } n’accepte pas ce nombre de valeurs.
cli-error-see-help = « passerelle --help » montre ce qui peut se dire.
serve-error-title = Le site ne peut pas être construit
serve-error-advice = Cette page se recharge d’elle-même une fois l’erreur corrigée.
download-anki = { $lang ->
    [fr] Toutes les questions en français
    [en] Toutes les questions en anglais
   *[none] Toutes les questions
}
download-csv = { $lang ->
    [fr] Feuille de calcul en français (CSV)
   *[en] Feuille de calcul en anglais (CSV)
}
download-jsonl = { $lang ->
    [fr] Enregistrements en français (JSON Lines)
   *[en] Enregistrements en anglais (JSON Lines)
}
download-schema = Schéma des enregistrements (JSON Schema)
io-not-found = il n’y a rien à cet endroit
io-permission-denied = la permission est refusée
io-storage-full = le disque est plein
io-read-only = le système de fichiers est en lecture seule
io-not-a-directory = une partie du chemin est un fichier et non un dossier
io-is-a-directory = c’est un dossier
io-address-in-use = un autre programme l’utilise
io-other = { $raw }
failure-path = lecture impossible : { $reason }
    .help = vérifiez l’orthographe ; les chemins partent du dossier courant
failure-read = ce fichier ne peut pas être lu : { $reason }
failure-write = écriture impossible : { $reason } ; ce qui était là avant est inchangé
failure-not-utf8 = ce fichier n’est pas du texte en UTF-8
    .help = convertissez-le, par exemple avec : iconv -f WINDOWS-1252 -t UTF-8
failure-no-folder = le dossier { $folder } n’existe pas ; rien n’a été écrit
    .help = créez-le d’abord, par exemple avec : mkdir -p { $folder }
failure-only-anki = { $option } n’a de sens que pour « export anki »
failure-not-a-package = ce n’est pas un paquet Anki : { $detail }
    .help = nommez un fichier écrit par « passerelle export anki » ou par Anki lui-même
failure-same-id = l’identifiant « { $id } » est aussi celui d’une autre entrée : les deux ne feraient qu’une note ; aucun paquet n’a été écrit
    .help = donnez un autre identifiant à cette entrée ; « passerelle lint » les énumère tous
failure-lock-seed = ce fichier de verrouillage est celui d’une collection dont anki.seed est « { $known } », et passerelle.yaml dit « { $seed } »
    .help = reprenez cette valeur ou, pour une autre collection, supprimez le fichier : les apprenants recevront alors de nouveau toutes les notes
failure-lock-foreign = aucune des { $gone } questions de ce fichier n’est dans le contenu : il semble être celui d’une autre collection
    .help = remettez le bon fichier ; si toutes les questions ont été remplacées exprès, supprimez-le
failure-no-project = pas de passerelle.yaml ici ni dans un dossier au-dessus
    .help = allez dans un projet, nommez son dossier avec --root, ou nommez les fichiers à lire
failure-no-content = le dossier du contenu n’existe pas
    .help = créez-le, ou réglez « content » dans passerelle.yaml
failure-in-line = links.yaml ne déclare aucune traduction de « { $id } »
    .help = donnez un identifiant d’une paire « kind: translation »
failure-locked = pas à jour ; une construction changerait :
    { $changes }
    .help = lancez « passerelle build » sans --locked, puis validez passerelle.lock dans git
failure-unknown-id = { $nearest ->
    [none] il n’y a pas de question « { $id } »
   *[other] il n’y a pas de question « { $id } » ; vouliez-vous dire « { $nearest } » ?
  }
failure-unknown-topic = { $nearest ->
    [none] il n’y a pas de thème « { $topic } »
   *[other] il n’y a pas de thème « { $topic } » ; vouliez-vous dire « { $nearest } » ?
  }
    .help = thèmes connus : { $known }
failure-no-questions = il n’y a pas de question « { $id } » : il n’y a aucune question
failure-no-pairs = il n’y a pas de paires de phrases en français et en anglais dans ce fichier
failure-no-terms = il n’y a aucun terme à écrire, et une base terminologique en a au moins un
    .help = exportez sans --lang, --topic ni --level, ou ajoutez à concepts.yaml des notions avec leurs noms
failure-lexicon-read = ce lexique est illisible : { $reason }
    .help = nommez un fichier écrit par « passerelle lexicon train », ou « none » ; sans lui, c’est le lexique intégré qui sert
failure-lexicon-not = ceci n’est pas un lexique
    .help = nommez un fichier écrit par « passerelle lexicon train », qui en fait un de textes parallèles
failure-lexicon-version = ce lexique est de la version { $version }, et c’est la version 1 qui se lit ici
    .help = apprenez-le à nouveau avec « passerelle lexicon train »
failure-lexicon-line = ceci n’est pas une ligne de lexique
    .help = corrigez la ligne ou ôtez-la : une racine et sa rareté (0–9), puis ses équivalents avec rareté et poids (1–f)
failure-gold-malformed = ceci n’est pas un jugement : { $detail }
failure-gold-empty = rien ici ne porte sur les questions lues
failure-binary-to-terminal = un paquet n’est pas du texte pour un terminal
    .help = nommez un fichier avec -o, ou envoyez-y la sortie
failure-not-a-table = ceci n’est pas un tableau avec une colonne « question »
    .help = commencez par : passerelle export csv -o questions.csv
failure-changed-meanwhile = ce fichier a changé pendant la lecture ; rien n’est écrit
    .help = enregistrez-le, puis importez de nouveau
failure-option-of-csv = { $option } ne vaut que pour « passerelle export csv »
failure-fix-circle = des corrections qui se défont l’une l’autre n’ont pas été faites
    .help = corrigez ces fichiers à la main ; s’il s’agit de termes, voyez « terms » dans passerelle.yaml
failure-fix-read-only = ce fichier est en lecture seule ; il reste tel qu’il est
    .help = autorisez l’écriture, puis relancez --fix
failure-stdin-fix = l’entrée standard n’est pas un fichier que --fix puisse corriger
    .help = --diff montre ce qui changerait ; ou bien nommez le fichier
failure-stdin-since = l’entrée standard n’a pas d’historique auquel --since puisse la comparer
    .help = nommez le fichier, ou retirez --since
failure-fix-changed-meanwhile = ce fichier a changé après sa lecture ; il reste tel qu’il est
    .help = enregistrez-le, puis relancez --fix
failure-git = git ne peut pas dire ce qui a changé depuis « { $revision } » : { $detail }
failure-git-missing = le programme « git » n’est pas là, et « --since » lui demande ce qui a changé
    .help = installez git, ou nommez plutôt les fichiers à vérifier
failure-git-no-repository = ce dossier n’est pas dans un dépôt git
    .help = vérifiez sans « --since », ou commencez un dépôt avec : git init
failure-git-revision = ce dépôt n’a pas de révision « { $revision } »
    .help = « git log --oneline » donne celles qu’il a ; un clone superficiel n’a pas les anciennes : git fetch --unshallow
failure-baseline-missing = il n’y a pas encore d’état de référence ici
    .help = écrivez-y les constats actuels avec : passerelle lint --baseline FILE --write-baseline
failure-baseline-malformed = ceci n’est pas une ligne d’un état de référence : { $detail }
    .help = réécrivez le fichier avec : passerelle lint --baseline FILE --write-baseline
failure-exists = ce fichier existe déjà
    .help = complétez-le, ou posez la question autrement
failure-no-question = « { $question } » ne peut pas être le titre d’une question
    .help = posez-la en une phrase, avec des mots
failure-not-empty = ce dossier n’est pas vide
    .help = choisissez un nouveau dossier, ou un dossier vide
failure-not-a-folder = ce n’est pas un dossier
    .help = choisissez un autre endroit
failure-port = le port { $port } est inutilisable : { $reason }
    .help = choisissez-en un autre avec --port, ou laissez choisir le système avec --port 0
failure-watch = les sources ne peuvent pas être surveillées : { $reason }
failure-out-foreign = ce dossier n’a pas été fait par Passerelle : il contient « { $file } »
    .help = choisissez un autre dossier avec --out, ou videz celui-ci
failure-out-not-a-folder = ce n’est pas un dossier
    .help = choisissez un autre endroit avec --out
failure-out-collision = « { $file } » gêne, et n’a pas été fait par Passerelle
    .help = déplacez-le, puis reconstruisez
failure-out-overlaps = le site ne peut pas être écrit ici : le dossier empiète sur { $other }
    .help = choisissez avec --out un dossier à part
failure-config-unknown-key = { $nearest ->
    [none] clé inconnue : « { $word } »
   *[other] clé inconnue : « { $word } » ; vouliez-vous dire « { $nearest } » ?
  }
    .help = clés connues ici : { $known }
failure-config-unknown-value = { $nearest ->
    [none] valeur inconnue : « { $word } »
   *[other] valeur inconnue : « { $word } » ; vouliez-vous dire « { $nearest } » ?
  }
    .help = valeurs connues ici : { $known }
failure-config-too-large = cette configuration se déplie en quelque chose de trop grand
    .help = écrivez les valeurs au lieu de répéter des ancres (« & », « * »)
failure-config-type = { $key ->
    [none] il faut ici { $reason }
   *[other] « { $key } » doit avoir pour valeur { $reason }
  }
failure-config-missing = il manque ici « { $word } »
config-expected-text = un texte, entre guillemets au besoin
config-expected-texts = un texte, ou un par langue : { "{" }fr: …, en: …{ "}" }
config-expected-languages = fr, en, ou les deux : [fr, en]
config-expected-word = un seul mot
config-expected-list = une liste : une valeur par ligne, chacune après « - »
config-expected-mapping = des clés avec leurs valeurs : une paire « clé: valeur » par ligne
failure-config-malformed = ce fichier est mal formé : { $detail }
failure-config-base-url = « { $value } » n’est pas une adresse pour le site
    .help = écrivez-la en entier, par exemple https://example.org/questions/
failure-config-language-twice = la langue « { $value } » est donnée deux fois
failure-config-no-language = aucune langue n’est donnée
    .help = écrivez par exemple : languages: [fr, en]
failure-config-folder = « { $key } » doit être un dossier du projet, et non « { $value } »
failure-config-file = « { $key } » doit être un fichier du projet, et non « { $value } »
failure-config-accent = « { $value } » n’est pas une couleur
    .help = écrivez-la sous la forme "#rrggbb", guillemets compris
failure-config-anki-name = anki.{ $key } ne peut pas être « { $value } »
    .help = un nom fait de caractères visibles ; dans celui d’un paquet, « :: » ouvrirait un autre niveau et les guillemets seraient perdus
failure-config-terms-circle = le terme « { $term } » ({ $lang }) serait remplacé par lui-même sans fin : l’écrire amène « { $written } »
    .help = retirez l’un des deux de « prefer » ; un terme est trouvé quels que soient sa casse et ses accents, et dans un plus long ; « names » sert à l’orthographe d’un nom
failure-config-terms-two = « { $term } » ({ $lang }) est à remplacer par « { $one } » et par « { $other } »
    .help = gardez-le sous l’un des deux
failure-config-terms-forbidden = « { $term } » ({ $lang }) est à écrire, mais « { $forbidden } » est interdit
    .help = retirez l’un des deux de « terms »
failure-config-repository = « { $value } » n’est pas une adresse web
    .help = écrivez-la en entier, par exemple https://github.com/proprietaire/nom

## Rapports Anki

anki-new =
    { $count ->
        [one] { $count } nouvelle note
       *[other] { $count } nouvelles notes
    }
anki-updated =
    { $count ->
        [one] { $count } note mise à jour, calendrier conservé
       *[other] { $count } notes mises à jour, calendrier conservé
    }
anki-retired =
    { $count ->
        [one] { $count } note retirée
       *[other] { $count } notes retirées
    }
anki-unchanged =
    { $count ->
        [one] { $count } note inchangée
       *[other] { $count } notes inchangées
    }
anki-absent =
    { $count ->
        [one] { $count } note qui n’est que dans l’ancien paquet, et reste telle quelle
       *[other] { $count } notes qui ne sont que dans l’ancien paquet, et restent telles quelles
    }

## Couverture

coverage-language = langue
coverage-questions = questions
coverage-unanswered = sans réponse
coverage-without-concept = sans notion
coverage-concept = notion
coverage-question = question
coverage-place = endroit
coverage-term = terme
coverage-counterpart = dans l’autre, peut-être
coverage-term-language = en
coverage-concepts = Notions : { $known } connues, { $asked } abordées, dont { $both } dans les deux langues.
    .one = Notions : { $known } connues, { $asked } abordées.
coverage-one-language = Abordées dans une seule langue : { $count }
coverage-no-concept = Questions sans notion : { $count }
coverage-no-answer = Questions sans réponse : { $count }
coverage-terms = Termes fréquents qui ne sont pas des notions : { $count }
coverage-more = et { $count } de plus : --format jsonl les donne tous

## Ébauches

scaffold-answer = À rédiger
scaffold-reason = la réponse reste à écrire

## Identité

lock-conflict = une fusion a laissé ses marqueurs ici. Gardez les lignes des deux côtés, ôtez les marqueurs, puis reconstruisez.
lock-empty = ce fichier de verrou est vide : chaque identifiant pourrait changer. Restaurez-le depuis le gestionnaire de versions ; pour repartir de zéro, supprimez-le.
lock-header = la première ligne du fichier de verrou doit être son en-tête. Restaurez le fichier depuis le gestionnaire de versions.
lock-version = ce fichier de verrou est en version { $detail }, et ce programme lit la version 1. Utilisez une version plus récente.
lock-malformed = cette ligne n’est pas un enregistrement du fichier de verrou : { $detail }
lock-id = l’identifiant « { $detail } » ne peut pas figurer dans une adresse.
lock-duplicate = l’identifiant « { $detail } » a deux enregistrements. Gardez une seule des deux lignes.

lint-invalid-id = l’identifiant « { $id } » ne peut pas figurer dans une adresse
lint-invalid-id-help = « { $replacement } » est employé à la place. Un identifiant se compose de lettres ASCII, de chiffres et de « - », « _ », « . », au plus 100.

## Import

import-cell = question « { $id } », { $column }
import-no-place = { import-cell } : { $column ->
    [section] ses sections sont des titres que d’autres questions partagent, ou elle n’en a pas
    [options] des choix n’ont pas de place dans cette présentation
   *[other] cette présentation n’a pas de place pour cela
  } ; « { $value } » (ligne { $row } du tableau) n’est pas porté
    .help = { $column ->
        [section] placez la question sous un autre titre, ou changez le titre, à la main
        [answer] écrivez la réponse sous la question à la main
       *[other] donnez à la question son propre fichier, dont l’en-tête a une clé pour cela
    }
import-misread = { import-cell } : { $why ->
    [number] le document se lirait alors comme { $count } questions
    [other] « { $other } », ligne { $line }, changerait aussi
    [own] { $field } se lirait alors « { $read } »
    [lost] { $field } ne se lirait plus
    [encoding] il manque un de ses caractères à l’encodage du fichier
   *[rest] le texte autour des questions se lirait autrement
  } ; « { $value } » (ligne { $row } du tableau) n’est pas porté
    .help = { $why ->
        [other] changez-le dans toutes les lignes qui le partagent, ou à la main
        [encoding] enregistrez d’abord le fichier en UTF-8
       *[own] changez-le à la main, ou formulez-le de sorte que la présentation du document ne s’y trompe pas
    }
import-conflict = { import-cell } : la source a changé aussi depuis l’export ; elle dit « { $source } », la ligne { $row } du tableau dit « { $table } »
    .help = tranchez à la main, ou exportez de nouveau et refaites la modification
import-no-value = { import-cell } : « { $value } » (ligne { $row } du tableau) n’est pas une valeur possible
    .help = les clés et leurs valeurs : docs/schema.md
import-lossy = { import-cell } : le tableur a enregistré en Windows-1252, qui n’a pas tous les caractères de la source ; la ligne { $row } n’est pas portée
    .help = enregistrez en « CSV UTF-8 » et importez ce fichier-là
import-cut = { import-cell } : le tableur a coupé la cellule de la ligne { $row } après 32 767 caractères ; la source garde son texte
import-row-twice = la question « { $id } » a déjà une ligne, la { $line } ; celle-là seule compte
    .help = gardez l’une des deux
import-no-question = la ligne de « { $id } » n’a pas de question ; rien n’est supprimé pour autant
    .help = une question se supprime dans sa source
import-new = une nouvelle question : « { $question } »
    .help = --new en fait un fichier
import-unknown = { $nearest ->
    [none] il n’y a pas de question « { $id } »
   *[other] il n’y a pas de question « { $id } » ; vouliez-vous dire « { $nearest } » ?
  }
    .help = corrigez l’identifiant ; ou, pour une nouvelle question, --new en fait un fichier
import-retired = la question « { $id } » n’est plus dans la collection
    .help = un identifiant ne ressert jamais : laissez la cellule vide pour une nouvelle question
import-contents = la table des matières garde l’ancienne formulation de « { $id } »
    .help = changez-la à la main, avec le lien qui est derrière
import-missing = { $missing ->
    [one] { $missing } question n’a pas de ligne ; rien n’est supprimé pour autant
   *[other] { $missing } questions n’ont pas de ligne ; rien n’est supprimé pour autant
  }
import-summary-nothing = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
  }, rien à porter dans les sources
import-summary-dry = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
  }, { $changed ->
    [one] { $changed } cellule modifiée
   *[other] { $changed } cellules modifiées
  }, dont { $placed } à porter dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
  } ; --write les écrit
import-summary-written = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
  }, { $changed ->
    [one] { $changed } cellule modifiée
   *[other] { $changed } cellules modifiées
  }, dont { $placed } écrites dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
  }

## Lint

lint-level-error = erreur
lint-level-warning = avertissement
lint-level-info = info
lint-level-help = aide
lint-fix-safe = `--fix` fait ce changement
lint-fix-unsafe = `--fix --unsafe` fait ce changement ; relisez-le
lint-summary-clean = Rien à signaler
lint-summary-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
  }
lint-summary-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
  }
lint-summary-infos = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
  }
lint-summary-fixable = { $count ->
    [one] { $count } que `--fix` corrige
   *[other] { $count } que `--fix` corrige
  }
lint-summary-fixable-unsafe = { $count ->
    [one] { $count } de plus avec `--fix --unsafe`
   *[other] { $count } de plus avec `--fix --unsafe`
  }
lint-unknown-rule = { $nearest ->
    [none] il n’y a pas de règle « { $rule } »
   *[other] il n’y a pas de règle « { $rule } » ; vouliez-vous dire « { $nearest } » ?
  }

lint-bare-url = cette adresse n’est pas un lien : { $address }
lint-bare-url-help = mettez-la entre < et >, ou donnez-lui un texte : [texte](adresse)
lint-broken-anchor = ce document n’a pas d’endroit nommé « { $target } »
    .near = il n’y a pas d’endroit nommé « { $target } » ; vouliez-vous dire « { $near } » ?
lint-broken-anchor-help = l’ancre d’un titre est son texte en minuscules, avec des traits d’union pour les espaces et sans ponctuation ; les accents restent
lint-broken-internal-link = il n’y a pas de document « { $target } » dans la collection
lint-broken-internal-link-help = corrigez l’adresse, qui se lit depuis le dossier de ce document
lint-code-line-too-long = cette ligne de code a { $length } caractères
lint-code-line-too-long-help = coupez-la avant le 101e : une page n’en montre pas plus sans défilement
lint-html-element-not-allowed = l’élément HTML « { $element } » n’est pas de ceux que les textes peuvent avoir
lint-html-element-not-allowed-help = dites-le en Markdown ou dans l’en-tête ; `passerelle explain html-element-not-allowed` donne la liste de ce qui est permis
lint-invisible-or-bidi-control = un caractère invisible : { $code }
    .bidi = un caractère qui inverse l’ordre des autres : { $code }
    .c1 = { $code }, un caractère de contrôle à la place d’un signe : un octet d’un autre codage
lint-invisible-or-bidi-control-help = retirez-le, ou mettez ce qui était voulu : ce qui se lit n’est pas ce qui se cherche ou s’exécute
lint-non-reserved-example-domain = « { $domain } » appartient, ou appartiendra, à quelqu’un
lint-non-reserved-example-domain-help = example.com, example.org et tout nom qui finit par .example sont réservés aux exemples (RFC 2606)
lint-not-nfc = des accents qui sont des caractères à part : { $words }
lint-not-nfc-help = les mêmes lettres en un seul caractère (Unicode NFC) se retrouvent par une recherche
lint-private-use-character = { $code } est un caractère sans signification : on voit une case vide, ou ce que la police met là
    .replacement = un caractère s’est perdu ici : { $code } tient lieu de ce qui n’a pas pu être lu
lint-private-use-character-help = écrivez le caractère voulu
lint-promotional-or-shortened-link = « { $what } » cache où mène ce lien
    .counted = cette adresse compte qui a amené le lecteur : `{ $what }`
lint-promotional-or-shortened-link-help = donnez l’adresse à laquelle il mène
    .counted = retirez le paramètre ; l’adresse marche sans lui
lint-secret-like-literal = ceci ressemble à un secret : { $shown }
    .known = ceci ressemble à une clé de { $service } : { $shown }
lint-secret-like-literal-help = si c’en est un, révoquez-le maintenant : ce qui a été publié reste connu ; dans un exemple, écrivez `...` ou VOTRE_CLE
lint-smart-quotes-in-code = { $lang } ne connaît pas le guillemet { $written }
    .space = { $lang } ne connaît pas cette espace insécable
lint-smart-quotes-in-code-help = un traitement de texte l’a mis là : le code a " et ', et des espaces ordinaires
lint-unescaped-angle-in-prose = { $written } est pris pour une balise, et on ne le voit pas
lint-unescaped-angle-in-prose-help = mettez-le entre accents graves
lint-unknown-code-language = aucun langage ne s’appelle « { $label } »
    .near = aucun langage ne s’appelle « { $label } » ; vouliez-vous dire « { $near } » ?
lint-unknown-code-language-help = le code est montré sans couleurs et n’est pas vérifié ; `text` est là pour ce qui n’est pas du code
lint-dangerous-html = « { $what } » pourrait exécuter un script, et le site le retire
lint-dangerous-html-help = retirez-le, ou montrez-le comme du code
lint-duplicate-id = l’identifiant « { $id } » est déjà celui de l’entrée à { $path }:{ $line }
    .retired = l’identifiant « { $id } » est celui d’une question retirée, « { $question } »
lint-duplicate-id-help = un identifiant nomme une seule entrée pour toujours : donnez-en un autre à celle-ci
lint-code-does-not-parse = ce code n’est pas du { $lang } valable
    .expected = ce code n’est pas du { $lang } valable : il manque ici `{ $token }`
    .unexpected = ce code n’est pas du { $lang } valable : `{ $token }` n’a pas sa place ici
    .unclosed = ce code n’est pas du { $lang } valable : `{ $token }` n’est jamais fermé
    .await = `await` est dans une fonction qui n’est pas `async`
lint-code-does-not-parse-help = corrigez le code, écrivez `...` pour ce qui est omis, ou nommez son langage après les marques d’ouverture
lint-duplicate-question = cette question est déjà posée : { $other }
lint-duplicate-question-help = gardez la meilleure réponse, ou demandez ce qui fait la différence
lint-image-alt = l’image « { $image } » n’a pas de description
lint-image-alt-help = écrivez entre les crochets ce que l’on verrait : ![Une requête parcourt l’anneau](anneau.svg)
lint-invalid-concepts = le glossaire n’est pas valable
    .malformed = le glossaire est illisible : { $value }
    .key = un concept n’a pas de clé « { $value } »
    .id = ce concept n’a pas d’identifiant
    .label = le concept « { $value } » n’a pas de libellé
    .duplicate = le concept « { $value } » est déjà défini
    .unknown = il n’y a pas de concept « { $value } »
    .itself = la notion « { $value } » est plus générale qu’elle-même, ou apparentée à elle-même
    .circle = des notions plus générales tournent en rond : { $value }
lint-invalid-concepts-help = `passerelle explain invalid-concepts` dit ce qu’un glossaire doit être
lint-invalid-data = ceci est illisible : { $reason }
    .front-matter = cet en-tête est illisible : { $reason }
    .record = cet enregistrement n’a pas de question
    .column = cet en-tête n’a pas de colonne « question »
    .quote = ce guillemet ouvre une cellule que rien ne ferme
    .front-matter-open = cet en-tête n’est pas fermé : ses clés ne sont pas lues
lint-invalid-data-help = le reste du document a été lu ; cette partie est laissée de côté
lint-invalid-links = les décisions sur les liens ne sont pas valides
    .malformed = ceci est illisible : { $value }
    .key = une décision n’a pas de clé « { $value } » ; vouliez-vous dire « { $near } » ?
    .missing = il manque « { $value } » à cette décision
    .kind = un lien n’est jamais « { $value } » ; vouliez-vous dire « { $near } » ?
    .reason = cette décision ne dit pas pourquoi
    .unknown = il n’y a pas de question « { $value } »
    .near = il n’y a pas de question « { $value } » ; vouliez-vous dire « { $near } » ?
    .self = ceci lie « { $value } » à elle-même
    .again = « { $other } » et « { $value } » font déjà l’objet d’une décision
    .language = « { $other } » et « { $value } » sont dans une même langue : l’une ne traduit pas l’autre
lint-invalid-links-help = une décision a la forme : {"- {a: …, b: …, kind: same|translation|close|related|none, reason: …}"}
lint-label-content-mismatch = l’étiquette de ce code est `{ $label }`, mais c’est du { $lang }
lint-label-content-mismatch-help = écrivez `{ $lang }` après les marques d’ouverture, ou faites deux blocs si deux langages s’y mêlent
lint-missing-accent = « { $written } » n’a pas ses accents : « { $meant } »
lint-missing-accent-help = le français n’a pas de mot « { $written } », et un seul mot accentué s’écrit avec ces lettres
lint-missing-accent-ambiguous = « { $written } » n’a pas ses accents : « { $meant } »
    .several = « { $written } » n’a pas ses accents : « { $meant } », ou bien { $others }
lint-missing-accent-ambiguous-help = plusieurs mots conviennent, ou un mot anglais s’écrit de même : choisissez
lint-missing-accent-real-word = « { $written } » est un mot, mais il faut sans doute lire ici « { $meant } »
lint-missing-accent-real-word-help = le texte alentour n’a pas ses accents
lint-missing-elision = « { $written } » s’élide : « { $meant } »
lint-missing-elision-help = une voyelle tombe devant une autre
lint-missing-ligature = « { $written } » s’écrit « { $meant } »
lint-missing-ligature-help = dans ce mot, ces deux lettres n’en font qu’une
lint-missing-answer = cette question n’a pas de réponse
    .placeholder = la réponse à cette question ne fait que tenir la place
    .section = { $count ->
        [one] la question de cette section n’a pas de réponse
       *[other] aucune des { $count } questions de cette section n’a de réponse
    }
    .choice = aucun choix de cette question n’est marqué comme juste
lint-missing-answer-help = écrivez la réponse, ou retirez la question en attendant
    .choice = marquez le bon choix
lint-missing-image = l’image « { $image } » n’est pas là
lint-missing-image-help = placez-la à côté du document, dans le dossier du contenu, ou corrigez son adresse ; les lecteurs ne voient que sa description
lint-missing-message = le message « { $key } » n’est pas dans { $other }
    .variables = le message « { $key } » ne prend pas les mêmes valeurs dans { $other } : { $variables }
lint-missing-message-help = écrivez-le dans les deux langues, avec les mêmes valeurs
lint-mojibake = « { $written } » devait être « { $meant } »
lint-mojibake-help = de l’UTF-8 lu dans un autre codage puis enregistré à nouveau
lint-narrow-nbsp-before-high-punctuation = il manque une espace avant « { $mark } »
lint-narrow-nbsp-before-high-punctuation-help = le français met une espace fine insécable avant ; ! ? et une espace insécable avant :
lint-space-before-percent = « { $written } » s’écrit « { $meant } »
lint-space-before-percent-help = le français met une espace insécable entre un nombre et son unité
lint-straight-apostrophe = une apostrophe droite
lint-straight-apostrophe-help = un texte français a des ’
lint-straight-quotes = des guillemets droits : { $written }
lint-straight-quotes-help = le français cite entre « et », avec des espaces insécables
lint-near-duplicate-question = c’est proche de ce qui est déjà demandé : { $other }
lint-near-duplicate-question-help = voyez si « { $question } » le dit déjà ; sinon, demandez ce qui fait la différence
lint-stale-decision = cette décision ne change rien
    .given = les scores donnent déjà cette sorte au lien entre « { $other } » et « { $value } »
    .absent = les scores ne donnent aucun lien entre « { $other } » et « { $value } »
    .retired = la question « { $value } » n’existe plus
lint-stale-decision-help = ôtez-la
lint-stale-translation = sa version { $lang ->
    [fr] française
   *[en] anglaise
    } dit autre chose depuis que les deux ont été accordées : { $other }
lint-stale-translation-help = dites-en autant ici ; ou, si rien n’est à changer, lancez « passerelle build --in-line { $id } »
lint-suppression-without-reason = cette dérogation à « { $rule } » ne dit pas pourquoi
lint-suppression-without-reason-help = mettez la raison après le nom de la règle
lint-truncated-text = le texte s’interrompt : « { $text } »
lint-truncated-text-help = retrouvez le texte entier, ou finissez la phrase
lint-unclosed-fence = ce bloc de code n’est pas fermé là où son code finit
lint-unclosed-fence-help = un lecteur Markdown prend la suite pour du code : fermez le bloc
lint-unfenced-code = ce code n’est pas dans un bloc
lint-unfenced-code-help = mettez ```{ $lang } avant et ``` après
lint-unknown-front-matter-key = il n’y a pas de clé « { $key } »
    .near = il n’y a pas de clé « { $key } » ; vouliez-vous dire « { $near } » ?
lint-unknown-front-matter-key-help = une clé inconnue ne sert jamais
lint-unknown-concept = aucune notion ne s’appelle « { $concept } »
    .near = aucune notion ne s’appelle « { $concept } » ; vouliez-vous dire « { $near } » ?
lint-unknown-concept-help = nommez une notion de concepts.yaml, ou ajoutez-y celle-ci
lint-unknown-value = `{ $key }` ne vaut jamais « { $value } »
    .near = `{ $key }` ne vaut jamais « { $value } » ; vouliez-vous dire « { $near } » ?
    .language = ceci n’est ni en français ni en anglais, et sera tenu pour de l’anglais
lint-unknown-value-help = les valeurs possibles : { $known }
    .language = dites `lang: fr` ou `lang: en` si c’est l’une des deux : les autres langues ne sont pas reliées
lint-unlabelled-fence = ce bloc de code ne nomme pas son langage
    .guess = ce bloc de code ne nomme pas son langage, qui semble être « { $lang } »
lint-unlabelled-fence-help = écrivez le langage après les marques d’ouverture, ou `text`
lint-unreadable-file = ce fichier ne peut pas être lu : { $detail }
    .denied = ce fichier ne peut pas être lu : la permission est refusée
    .missing = ce lien ne mène nulle part
    .vanished = ce fichier était là il y a un instant, et n’y est plus
    .io = lecture impossible : { $reason }
    .loop = ce lien ramène à « { $target } », en cercle ; il n’est pas suivi
    .outside = ce lien sort du dossier du contenu, vers « { $target } » ; il n’est pas suivi
    .too-large = ce fichier dépasse { $limit } Mio et n’est pas lu
    .not-utf8 = ce fichier n’est pas du texte en UTF-8 : l’octet { $byte } à la position { $offset } n’appartient à aucun caractère
    .utf-16 = ce fichier est en UTF-16
lint-unreadable-file-help = enregistrez-le comme texte en UTF-8
    .denied = donnez-vous le droit de le lire, par exemple avec : chmod u+r
    .missing = supprimez le lien, ou corrigez sa cible
    .vanished = recommencez quand plus rien n’écrit là
    .io = vérifiez le disque et la nature du fichier
    .loop = supprimez le lien
    .outside = mettez le fichier lui-même dans le dossier du contenu
    .too-large = découpez-le, ou retirez ce qui n’est pas une question
    .not-utf8 = convertissez-le, par exemple avec : iconv -f WINDOWS-1252 -t UTF-8
    .utf-16 = convertissez-le, par exemple avec : iconv -f UTF-16 -t UTF-8
lint-unused-suppression = cette dérogation à « { $rule } » ne couvre rien
    .unknown = cette dérogation nomme « { $rule } », qui n’est pas une règle
    .near = cette dérogation nomme « { $rule } », qui n’est pas une règle ; vouliez-vous dire « { $near } » ?
    .form = ceci n’est pas lu comme une dérogation : « { $written } »
lint-unused-suppression-help = retirez-la : elle cacherait la prochaine faute
    .form = écrivez <!-- passerelle: allow RÈGLE raison -->

## Rules about the shape of questions and documents
lint-answer-only-in-code-fence = cette réponse est du code que rien n’explique
    .prose = cette réponse est de la prose habillée en code
lint-answer-only-in-code-fence-help = dites en une phrase ce que fait le code
    .prose = sortez-la du bloc, pour que listes et mises en valeur se voient
lint-answer-too-long = cette réponse a { $count } mots, plus de { $most }
lint-answer-too-long-help = dites d’abord l’essentiel, et faites du reste des entrées à part
lint-answer-too-short = cette réponse a { $count } { $count ->
    [one] caractère
   *[other] caractères
  }, moins de { $least }
lint-answer-too-short-help = dites pourquoi, ou donnez un exemple ; ce qui n’est qu’un terme et son sens est `kind: flashcard`
lint-broken-paragraph = une phrase est coupée en deux ici
lint-broken-paragraph-help = joignez les lignes
lint-duplicate-heading = cette section a le même titre que celle de la ligne { $first }
lint-duplicate-heading-help = dites dans les titres ce qui les distingue, ou réunissez les sections
lint-heading-not-marked-up = cette ligne tient lieu de titre de section, et n’est pas écrite comme un titre
lint-heading-not-marked-up-help = écrivez `## ` devant elle
lint-inconsistent-label-punctuation = la plupart des étiquettes de ce document s’écrivent comme « { $other } »
lint-inconsistent-label-punctuation-help = mettez partout le deux-points du même côté de la mise en valeur
lint-label-language-mismatch = { $lang ->
        [fr] « { $label } » est une étiquette anglaise dans une entrée française
       *[other] « { $label } » est une étiquette française dans une entrée anglaise
    }
lint-label-language-mismatch-help = écrivez « { $own } »
lint-list-marker-artefact = « { $marker } » est ce qu’un traitement de texte laisse d’une liste
    .space = une espace seule commence cette ligne : un signe de liste ou un retour à la ligne s’est perdu
lint-list-marker-artefact-help = écrivez un signe que Markdown connaît : `-`, ou un numéro
    .space = écrivez le signe, ou joignez la ligne à la précédente
lint-markdown-swallowed-by-html-block = ce Markdown est dans un bloc HTML, où les autres outils l’affichent tel quel
lint-markdown-swallowed-by-html-block-help = laissez une ligne vide après la balise
lint-missing-final-newline = la dernière ligne ne finit pas
lint-missing-final-newline-help = finissez-la
lint-missing-front-matter = ce document ne commence pas par ses clés
lint-missing-front-matter-help = écrivez `lang`, `topic` et `difficulty` entre deux lignes `---` à sa tête
lint-missing-h1 = ce document de plusieurs questions n’a pas de titre
lint-missing-h1-help = commencez-le par un titre de niveau 1 : `# Titre`
lint-missing-question-mark = cette question n’a pas de point d’interrogation
    .request = ceci est annoncé comme une question, et demande sans en être une
lint-missing-question-mark-help = finissez-la par un point d’interrogation
    .request = posez une vraie question, ou retirez l’étiquette
lint-multiple-blank-lines = une ligne vide suffit ici
lint-multiple-blank-lines-help = retirez les autres
lint-numbering = ceci est le numéro { $number }, et la ligne { $line } a le numéro { $last }
    .repeat = le numéro { $number } est déjà à la ligne { $line }
    .count = le titre promet { $said } questions, et il y en a { $there }
lint-numbering-help = regardez si l’une s’est perdue, puis renumérotez
    .count = regardez si l’une s’est perdue, puis dites le bon nombre, ou aucun
lint-question-is-a-topic = ceci nomme un sujet, et ne demande rien
    .section = ceci nomme un sujet au-dessus de questions sans réponse
lint-question-is-a-topic-help = demandez ce qu’il faut savoir dire
lint-question-repeated = la question de la ligne { $first } est répétée ici
lint-question-repeated-help = gardez l’une des deux
lint-question-too-long = cette question a { $count } caractères, plus de { $most }
lint-question-too-long-help = déplacez la situation dans le texte qui suit
lint-several-questions-in-one-entry = cette entrée pose { $count } questions
    .section = ce sujet pose { $count } questions, et ne répond à aucune
lint-several-questions-in-one-entry-help = faites une entrée de chacune, ou demandez ce qu’elles ont en commun
lint-trailing-whitespace = cette ligne finit par des espaces
lint-trailing-whitespace-help = retirez-les

## Editors

lsp-replace = Remplacer « { $old } » par « { $new } »
lsp-insert = Insérer « { $new } »
lsp-remove = Retirer « { $old } »
lsp-mend = Corriger : { $message }
lsp-look = { $done } (à relire)
lsp-allow = Déroger ici à « { $rule } », avec une raison
lsp-mend-all = Corriger tout ce qui peut l’être sans risque
lsp-questions = { $fr ->
    [0] Aucune question en français
    [one] Une question en français
   *[other] { $fr } questions en français
  }, { $en ->
    [0] aucune en anglais
    [one] une en anglais
   *[other] { $en } en anglais
  }.
lsp-key-id = Le nom permanent de la question : dans les adresses, dans les identifiants durables, dans les notes d’Anki. Ne le changez jamais.
lsp-key-lang = La langue du texte, `fr` ou `en` ; devinée là où rien ne la dit.
lsp-key-kind = Ce qui est demandé : `open` (question ouverte), `mcq` (choix), `exercise` (exercice) ou `flashcard` (définition).
lsp-key-context = La situation dont parle la question, en Markdown.
lsp-key-status = S’il y a une réponse, et sinon pourquoi : `answered` (oui), `unanswered` (non), `truncated` (coupée) ou `placeholder` (à écrire).
lsp-key-topic = Le thème, au-dessus de toute section : les questions d’un thème partagent une page et un paquet.
lsp-key-section = Les titres des sections autour de la question, de l’extérieur vers l’intérieur.
lsp-key-difficulty = La difficulté de la question : `beginner` (débutant), `intermediate` (intermédiaire) ou `advanced` (avancé).
lsp-key-tags = Des mots pour retrouver la question, tels qu’ils sont écrits.
lsp-key-concepts = Ce dont parle la question : des notions, par leur identifiant ou par leur nom dans l’une des langues. Elles mènent à ses équivalents.
lsp-key-aliases = D’anciens identifiants ou adresses qui mènent à cette question.
lsp-key-allow = Les règles qui ne comptent pas ici, chacune avec la raison.

## Vérifications : formulation, langues, équivalents

lint-technical-term-spelling = « { $written } » s’écrit « { $meant } »
    .near = « { $written } » n’est pas un terme ; vouliez-vous écrire « { $meant } » ?
lint-technical-term-spelling-help = mettez-le sous `terms: {"{"}keep: […]{"}"}` dans passerelle.yaml s’il doit rester ainsi
lint-inconsistent-term = « { $written } » s’écrit « { $usual } » ailleurs dans ce document ({ $rare } contre { $often })
lint-inconsistent-term-help = choisissez une seule façon de l’écrire
lint-forbidden-term = les réglages de la collection interdisent « { $written } »
    .prefer = la collection écrit « { $meant } » plutôt que « { $written } »
lint-forbidden-term-help = dites-le autrement ; la liste est sous `terms` dans passerelle.yaml
    .prefer = la liste est sous `terms` dans passerelle.yaml
lint-wrong-language = ceci est marqué comme { $expected ->
        [fr] français
       *[en] anglais
    }, mais rédigé en { $found ->
        [fr] français
       *[en] anglais
    }
    .folder = ceci se trouve dans le dossier « { $expected } », mais est rédigé en { $found ->
        [fr] français
       *[en] anglais
    }
    .answer = la question est en { $expected ->
        [fr] français
       *[en] anglais
    }, la réponse en { $found ->
        [fr] français
       *[en] anglais
    }
lint-wrong-language-help = corrigez la marque, ou déplacez la question là où est sa langue
    .folder = déplacez la question, ou indiquez `lang` dans son en-tête
    .answer = posez la question et répondez dans une seule langue
lint-mixed-language-heading = « { $written } » n’est pas dans la langue de ce document
lint-mixed-language-heading-help = écrivez le titre dans une seule langue ; un terme peut aller dans le glossaire ou sous `terms: {"{"}keep: […]{"}"}`
lint-cross-language-counterpart-unlinked = { $other } pose la même question, et seuls les mots les relient
lint-cross-language-counterpart-unlinked-help = nommez les notions dans les deux (concepts: [{ $concepts }]), ou décidez dans links.yaml : {"- {a: "}{ $a }, b: { $b }, kind: same, reason: …{"}"}
    .decide = nommez une notion dans les deux, ou décidez dans links.yaml : {"- {a: "}{ $a }, b: { $b }, kind: same, reason: …{"}"}
lint-missing-counterpart = personne ne pose cette question en { $lang ->
        [fr] français
       *[en] anglais
    }
lint-missing-counterpart-help = écrivez aussi la question dans l’autre langue ; `passerelle status` dit ce qui manque, notion par notion
lint-structure-differs = { $part ->
        [code] blocs de code
        [lists] points de liste
        [images] images
        [tables] tableaux
       *[headings] titres
    } : { $own } ici, { $theirs } à { $other }
lint-structure-differs-help = mettez les deux au même état
lint-code-differs-between-languages = ce code fait autre chose que son équivalent, { $other }
lint-code-differs-between-languages-help = corrigez celui qui est resté en arrière
lint-copy-not-translated = la réponse est marquée comme { $lang ->
        [fr] française
       *[en] anglaise
    } mais a les mots de { $other }
lint-copy-not-translated-help = traduisez-la, ou retirez-la tant que personne ne l’a fait
lint-invalid-message = ce message est illisible : { $detail }
    .category = la branche « { $category } » du message « { $key } » n’est jamais prise
    .default = le message « { $key } » retombe sur « { $category } », qui ne vaut que pour certains nombres
    .one = le message « { $key } » n’a pas de branche pour un seul
lint-invalid-message-help = le lecteur de Fluent l’écarte, et son nom s’afficherait à sa place
    .category = le français et l’anglais ont one, other et, en français pour les millions, many
    .default = mettez l’étoile devant [other]
    .one = ajoutez [one] : le français et l’anglais distinguent un seul de plusieurs
lint-message-typography = « { $written } » s’écrit « { $meant } » dans le message « { $key } »
lint-message-typography-help = le français a ’, une espace insécable devant : et dans « », une fine devant ; ! ?
lint-untranslated-message = le message « { $key } » dit la même chose dans les deux langues
lint-untranslated-message-help = traduisez-le ; les mots communs aux deux langues vont sous `terms: {"{"}keep: […]{"}"}`
lint-duplicate-label = « { $value } » est aussi un libellé de la notion « { $other } »
lint-duplicate-label-help = une question qui le dit pourrait porter sur l’une ou l’autre : gardez le libellé là où il a le plus de sens
lint-missing-label = la notion « { $concept } » n’a pas de libellé en { $value ->
        [fr] français
       *[en] anglais
    }
lint-missing-label-help = ajoutez-le à `prefLabel` : c’est par lui que les questions de cette langue trouvent la notion
lint-id-differs-from-file-name = l’identifiant « { $id } » n’est pas le nom de son fichier, « { $file } »
lint-id-differs-from-file-name-help = renommez le fichier : un identifiant publié reste ce qu’il est
lint-lang-differs-from-folder = ceci dit `lang: { $lang }` dans le dossier « { $folder } »
lint-lang-differs-from-folder-help = déplacez la question dans le dossier de sa langue, ou corrigez son `lang`
