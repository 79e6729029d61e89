//! French.

use super::super::language::Side::{Before, Behind, Either, Next};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Comma, Language, Row, Script};

pub(super) static FRENCH: Language = Language {
    tag: "fr",
    script: Script::Latin,
    apostrophe: Apostrophe::Parts,
    comma: Comma::Ends,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "ne|n'|pas|jamais|aucun|aucune|aucuns|aucunes|sans|ni|non|nul|nulle|nullement|guère|personne ne\
                |rien ne|ne pas|au lieu de|plutôt que|rarement|zéro|impossible|aucunement|loin de|loin d'|faute de\
                |manque de|manque d'|personne/nul/rien/aucun/aucune/jamais/ni .. ne/n' .. que|failli|à peine",
            tried: "L’armée {} [bombardé le village]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "dément*|nie|nient|nié|niée|niait|niaient|nier|niant|réfut*|rejett*|rejeté*|rejeta*|rejeter|conteste*\
                |contesté*|contestaient|contestait|récus*|exclut|exclu|excluent|exclure|faux|fausse|fausses\
                |faussement|mensong*|infondé*|aucune preuve|aucun indice|pas de preuve|pas la preuve|refuse de\
                |refusé de|échoué à|se défend/défendent/défendait/défendant de/d'|s' est/était défendu de/d'\
                |s' en défend|blanchi*|acquitt*|innocenté*|innocent de/d'|disculp*|relaxé*|exonér*|non lieu|lavé de\
                /d'|hors de cause|calomni*|diffam*|inexact*|erroné*|à tort|inventé*|fabriqué*|canular|infox|intox\
                |contrevérité*|balayé*|balaie*|balaye*|écarte|écarté|écartent|repousse\
                /repoussé/repoussent .. accusations/allégations/critiques/soupçons|rétract*|retiré/retire\
                /retira .. déclaration/déclarations/accusation/accusations/propos/plainte|revenu sur ses|minimis*\
                |inscrit/inscrivent en faux|raill*|abstenu*|abstient|renonc*|dénué* de|dépourvu* de|peu de preuves\
                |peu d' indices|contredi*|se garde/gardent/gardait/gardant de/d'",
            tried: "L’armée {} des informations selon lesquelles [12 personnes sont mortes]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "dément*|nie|nient|a nié|est faux|est fausse|était faux|sont fausses|a été démenti*|rejett*|est\
                /était un mensonge/canular|est/était une invention/infox|est/était inexact/erroné/infondé/inventé\
                |a été retiré*/rétracté*/réfuté*",
            tried: "Que [12 personnes soient mortes], l’armée {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "aurait|auraient|serait|seraient|pourrait|pourraient|prétend|prétendent|prétendu*|prétendument\
                |présumé*|peut être|probable*|probablement|possible|possibles|possiblement|vraisemblablement\
                |soi disant|supposé*|supposément|éventuel*|allégué*|rumeur*|doute*|non confirmé*|pas confirmé*\
                |pas pu confirmer|semble|semblent|apparemment|soupçon*|accusé*|accuse|accusent|accusation*|suspect*\
                |dit on|paraît il|paraît|paraissent|hypothétique*|incertain*|douteu*|invérifi*|non vérifié*\
                |semble t il|semblerait|mis en examen|mise en examen|à en croire",
            tried: "L’armée {} [bombardé le village]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "n' a pas été confirmé*|n' a pu être confirmé*|n' est pas confirmé*|reste à confirmer",
            tried: "Que [12 personnes soient mortes] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "si|s' il|s' ils|à moins que|à condition que|sauf si|pourvu que|au cas où",
            tried: "{} les [pourparlers échouent]",
        },
        Row { turn: Negation, side: Next, phrases: "ne|n'", tried: "[12 personnes] {} été tuées" },
        Row {
            turn: Doubt,
            side: Next,
            phrases: "aurait|auraient|serait|seraient|pourrait|pourraient|probablement|apparemment|sont/ont/étaient\
                /avaient probablement/apparemment/prétendument/vraisemblablement",
            tried: "[12 personnes] {} mortes",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "ce qui est/était faux/inexact/erroné|ce qui n' est pas vrai/exact|ce que/qu' .. dément/démentent/nie\
                /nient/conteste/contestent/démentait|mais c' est faux/inexact|c' est faux/inexact\
                |mais ce n' est pas vrai|un mensonge|mais .. dément/démentent",
            tried: "[12 personnes sont mortes], {}",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "selon .. non vérifié*/confirmé*|selon des/les/certaines rumeurs",
            tried: "[12 personnes sont mortes], {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "vérification: non|fact check: non",
            tried: "{}, [12 personnes sont mortes]",
        },
    ],
    harmless: "non seulement|pas seulement|sans doute|sans aucun doute|pas moins de|si bien que|même si|ne que\
        |ne .. que|n' .. que|ne .. qu'|n' .. qu'|ne peut/peuvent/saurait être nié/niée/niés\
        /contesté/contestée|ne peut/saurait nier|ne peut pas nier|ne peut pas être nié/niée\
        /contesté/contestée|nul ne peut/saurait nier|personne ne peut nier|aucun doute|pas de doute\
        |nul doute|ne fait aucun doute|ne fait pas de doute|ne fait pas de doute que|ne fait aucun doute que\
        |non loin|hors de doute|pas étonnant|pas surprenant|pas un secret|pas un hasard|aucune surprise",
    clauses: "que qu'",
    through: "le la les l' un une des de du d' que qu' au aux à en dans sur par pour avec il elle ils elles on nous \
        vous je j' se s' lui leur leurs son sa ses ce cet cette ces c' y a ont avait avaient est sont été être \
        était étaient avoir eu fait selon lesquelles lesquels laquelle lequel",
    between: 2,
    numbers: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente \
        quarante cinquante soixante cent cents mille million millions milliard milliards dizaine dizaines \
        douzaine vingtaine trentaine centaine centaines millier milliers",
    stops: "et mais ou tandis alors parce car quand lorsque où après avant depuis cependant toutefois pendant",
    says: "dit disent disait disaient déclaré affirmé indiqué ajouté annoncé rapporté déclare affirme affirment \
        annonce rapporte rapportent confirmé",
    adverbs: "*ment",
    participles: "*ant",
    nobody: "personne ne|nul|nulle|aucun|aucune|ni",
    relatives: "qui dont",
    letters: "àâäçéèêëîïôöùûüÿ",
};
