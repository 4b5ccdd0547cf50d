//! Words of no field: what any two engineers talk about, whatever it is about. They are nouns, so that grammar does not
//! give them away, and rare enough in manuals to look like terms.

use std::collections::BTreeSet;

use crate::text::stem;

/// Folded words of French and English.
const GENERAL: &str = "\
    ability access accord account action activity advantage age aim ajout alternative amount answer appearance \
    argument aspect assumption atout attention attitude avantage avis background balance basis behavior behaviour \
    benefit besoin book business but candidat candidate care career cas case cause cent challenge chance change \
    changement charge choice choix chose circumstance client code collaboration colleague collegue comment commun \
    communication company complexite complexity confiance confidence conflict conflit conseil consequence \
    consideration content context contexte contrainte contribution conversation cost cout critere criteria day \
    deadline deal debat debut decision defi definition delai delay demand demande demarche detail developer \
    developpeur difficulte difficulty direction disadvantage discussion domain domaine drawback duree effect effet \
    effort element employee employer engineer engineering ennui entreprise environment environnement equipe erreur \
    error essai etape event everything evidence evolution exigence expectation experience expert expertise \
    explanation explication extent fact facteur factor fail faille failure fait faute feature feedback field fin \
    fois fonction fonctionnalite force functionality gain game goal grain group groupe growth guideline habit help \
    heure hour idea idee impact implementation implication improvement inconvenient industry info information \
    ingenieur instant intention interet interview issue job jour judgement kind knowledge lack language leader \
    leadership learning lesson level life limit limitation limite line list majority manager maniere manner matter \
    maximum meaning measure member membre mesure metric mind minimum minute mistake mois moment month motivation \
    moyen necessity need niveau nombre normal note number objectif objective obstacle occasion office opinion \
    opportunity option order ordre organisation organization outcome outil overview paragraph part partie party \
    people perception performance period periode person personne perspective phase piece piege pitfall place plan \
    plupart point policy position possibility possible preference presence pression pressure price priorite priority \
    prix production programme project projet promise property proposition purpose qualite quantity question raison \
    rate reaction reality reason recommendation regard region relation relationship remark remarque requirement \
    resource responsabilite responsibility ressource result resultat retour review reward right risk risque rule \
    scale scenario schedule section serie share side situation size skill small solution someone something sort \
    sorte speed standard step story style succes success suite sujet sure tache taille task team temps term terme \
    test theme theory thing thought thousand time times title titre tool top topic total tradeoff travail trouble \
    trust truth try understanding unit usage use user utilisateur utilisation valeur value variety version vie view \
    vue way ways weakness word worry year";

/// Folded words of closed classes that the stop list leaves to searching: prepositions, quantifiers, adverbs, numbers. No term
/// has one of them, but for the ordinals: `third party`, `two-phase commit`.
const GRAMMAR: &str = "\
    above across actually after again against ago ailleurs almost alone along already alternatively although always \
    among another anymore anything around assez aujourd avant away back barely beaucoup before behind below beneath \
    beside besides best better beyond bien both certain certaines certains chez ci combien constantly correctement \
    currently dehors deja depuis derriere dessous dessus deux devant dire directement directly dix down during early \
    easily effectively efficacement efficiently eight either else encore enfin enough ensemble ensuite especially \
    essentially even eventually ever every exactement exactly except facilement fast few finally five four frequent \
    frequently fully further generalement generally given greater hardly here hors hundred ici immediately inside \
    instead jamais jusque just last late later latest least lequel less likely loin longer longtemps longue lors lot \
    lots main mainly malgre many maybe mieux mille moins more moreover most mostly much multi multiple multiples \
    near necessarily never new next nine nombreuses nombreux none nor normally notamment nothing now nul off often \
    once one only onto opposite other others otherwise outside over own parfois parmi particular particulier \
    particuliere partout past pendant per perhaps peu plusieurs plutot possibly potentially pres presque previous \
    previously properly provided puis quatre quelconque quelqu quelque quelques quickly quite rarely rather really \
    recently regularly same sauf seamlessly second securely selon seven several shortly similar simplement simply \
    since single six sometimes soon souvent sparingly specific specifique still successfully suddenly surtout tard \
    tel telle telles tels ten thereby though three through throughout thus together tot toujours toward towards \
    trois trop twice two typically under underneath unless unlike until up upon usually various very vite voire \
    vraiment well whenever whereas wherever whether whichever whoever whose widely within without worth yes yet zero";

/// What is said of nothing in particular.
pub struct General {
    words: BTreeSet<&'static str>,
    grammar: BTreeSet<&'static str>,
}

impl General {
    pub fn new() -> Self {
        let stems = |list: &'static str| list.split_whitespace().map(stem).collect();
        Self { words: stems(GENERAL), grammar: stems(GRAMMAR) }
    }

    /// Whether a stem is that of a general word.
    pub fn has(&self, stem: &str) -> bool {
        self.words.contains(stem)
    }

    /// Whether a stem is that of a word which is in no term.
    pub fn is_grammar(&self, stem: &str) -> bool {
        self.grammar.contains(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_apart() {
        let [general, grammar] = [GENERAL, GRAMMAR].map(|list| list.split_whitespace().collect::<Vec<_>>());
        assert!(general.is_sorted_by(|x, y| x < y) && grammar.is_sorted_by(|x, y| x < y));
        assert!(general.iter().all(|word| !grammar.contains(word)));
    }
}
