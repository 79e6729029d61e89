//! Sentences that words turn around, and some that they do not.

use super::ready::listed;
use super::turn::{turned_before, turned_behind, turned_within};

/// The words that turn around what stands in square brackets, on either side of it.
fn told(tag: &str, sentence: &str) -> Option<String> {
    let (open, close) = (sentence.find('[').expect("it quotes"), sentence.find(']').expect("it quotes"));
    let (head, tail) = (&sentence[..open], &sentence[close + 1..]);
    let lists = listed(Some(tag), &sentence.replace(['[', ']'], ""));
    let before = turned_before(head, &lists).map(|turned| head[turned.at].to_owned());
    before.or_else(|| turned_behind(tail, &lists).map(|turned| tail[turned.at].to_owned()))
}

/// Those of the sentences of which nothing is told.
fn missed<'s>(sentences: &[(&str, &'s str)]) -> Vec<&'s str> {
    sentences.iter().filter(|(tag, text)| told(tag, text).is_none()).map(|(_, text)| *text).collect()
}

#[test]
fn a_gap_is_turned_by_denial_clearing_withdrawal_and_doubt() {
    let missed: Vec<&str> = [
        ("en", "was cleared of having|was acquitted on charges that he|called it a lie that he|rarely|seldom"),
        ("en", "stopped short of saying he|withdrew his statement that he|rebuffed suggestions that he"),
        ("en", "laughed off the idea that he|rubbished reports that he|is innocent of the charge that he"),
        ("en", "was exonerated after claims he|lacked proof that he|says it is impossible that he"),
        ("en", "brushed aside claims he|played down reports he|poured cold water on claims that he"),
        ("en", "there is little evidence that he|is yet to have|pushed back on claims that he|zero times"),
        ("en", "scotched the rumour that he|quashed talk that he|walked back a claim that he|néver"),
        ("en", "is said by foes to have|took back his remark that he|shrugged off talk that he|𝐧𝐞𝐯𝐞𝐫"),
        ("en", "dropped the charge that he|distanced himself from reports that he|recanted a confession that he"),
        ("en", "threw cold water on claims that he|corrected a report that he|is misquoted as having"),
        ("en", "made up the story that he|turned down claims that he|almost|nearly|came close to having"),
        ("de", "streitet ab, dass er|weist es von sich, dass er|nennt es eine Lüge, dass er"),
        ("de", "vom Vorwurf freigesprochen, er habe|nannte die Behauptung haltlos, er habe"),
        ("de", "zu Unrecht beschuldigt worden, er habe|weist den Vorwurf zurück, er habe"),
        ("fr", "se défend d’avoir|est soupçonné d’avoir|a été blanchi d’avoir|a été acquitté d’avoir|dit n’avoir pas"),
        ("es", "contradijo que|al parecer|fue absuelto de que|se retractó de que"),
        ("it", "ha contestato di aver|è stato assolto dall’accusa di aver|a quanto pare"),
        ("ru", "назвал ложью, что|назвал клеветой, что|был оправдан по обвинению в том, что|нѐ"),
        ("uk", "назвав наклепом, що|був виправданий за звинуваченням, що"),
        ("ar", "ما|يشكك في أنه|تبرئة من أنه"),
        ("he", "ככל הנראה|זוכה מאשמה כי"),
        ("fa", "متهم است که|تبرئه شد از اینکه"),
    ]
    .iter()
    .flat_map(|(tag, gaps)| gaps.split('|').map(move |gap| (*tag, gap)))
    .filter(|(tag, gap)| turned_within(&format!(" {gap} "), &listed(Some(tag), "")).is_none())
    .map(|(_, gap)| gap)
    .collect();
    assert_eq!(missed, [""; 0]);
}

#[test]
fn what_negates_a_saying_negates_what_is_said() {
    let missed = missed(&[
        ("en", "He never said that [he took money]."),
        ("en", "He did not say that [he took money]."),
        ("en", "He did not publicly say that [he took money]."),
        ("en", "Police did not say he [took money]."),
        ("en", "Nobody says [he took money]."),
        ("en", "Nobody at the ministry has said that [he took money]."),
        ("en", "No official said [12 people died]."),
        ("en", "Neither the army nor the police said [12 people died]."),
        ("en", "It was reported wrongly that [12 people died]."),
        ("en", "It was falsely said that [12 people died]."),
        ("en", "He denied having said that [he took money]."),
        ("en", "It is not true that the army said [12 people died]."),
        ("en", "He insists nobody who works for him [took money]."),
        ("en", "There was no official who [took money]."),
        ("en", "Unconfirmed reports say [12 people died]."),
        ("en", "The army has yet to say that [12 people died]."),
        ("en", "He has never once told us that [he took money]."),
        ("en", "The army lied when it said that [12 people died]."),
        ("en", "Not a single witness said that [12 people died]."),
        ("en", "The army refused to say that [12 people died]."),
        ("de", "Niemand sagt, [12 Menschen seien gestorben]."),
        ("de", "Die Armee bestritt, [12 Menschen getötet zu haben]."),
        ("de", "Weder Armee noch Polizei sagten, dass [12 Menschen starben]."),
        ("fr", "Ni l’armée ni la police n’ont dit que [12 personnes sont mortes]."),
        ("de", "Niemand sagte, dass [12 Menschen starben]."),
        ("de", "Die Polizei hat nicht gesagt, dass [12 Menschen starben]."),
        ("fr", "Personne n’a dit que [12 personnes sont mortes]."),
        ("fr", "L’armée n’a pas dit que [12 personnes sont mortes]."),
        ("fr", "Personne ne dit que [12 personnes sont mortes]."),
        ("es", "Nadie dijo que [12 personas murieron]."),
        ("es", "La policía no dijo que [12 personas murieron]."),
        ("it", "Nessuno ha detto che [12 persone sono morte]."),
        ("ru", "Никто не сказал, что [12 человек погибли]."),
        ("uk", "Ніхто не сказав, що [12 людей загинули]."),
        ("ar", "لم تقل الشرطة إن [12 شخصا قتلوا]"),
        ("ar", "لا أحد يقول إن [12 شخصا قتلوا]"),
        ("he", "אף אחד לא אמר כי [12 אנשים נהרגו]"),
        ("fa", "هیچ‌کس نگفت که [12 نفر کشته شدند]"),
    ]);
    assert_eq!(missed, [""; 0]);
}

#[test]
fn parentheses_and_verdicts_before_a_quote() {
    let missed = missed(&[
        ("en", "It is false, says AP, that [12 people died]."),
        ("en", "It is not true, says AP, that [12 people died]."),
        ("en", "The minister denied, in a long and angry statement, that [12 people died]."),
        ("en", "It is not the case, the army said on Sunday in Homs, that [12 people died]."),
        ("en", "It is not the case – the army said on Sunday – that [12 people died]."),
        ("en", "He did not, he said, [take money]."),
        ("en", "False: [he took money]"),
        ("en", "Fact check: No, [he took money]"),
        ("en", "Fact check: False, [he took money]"),
        ("en", "Not true: [he took money]"),
        ("en", "FALSE - [he took money]"),
        ("fr", "Il est faux, dit l’AFP, que [12 personnes sont mortes]."),
        ("es", "No es cierto, dice AP, que [12 personas murieron]."),
        ("it", "È falso, dice l’Ansa, che [12 persone sono morte]."),
        ("uk", "Неправда, пише УП, що [12 людей загинули]."),
        ("he", "לא נכון, אומר הצבא, כי [12 אנשים נהרגו]"),
        ("de", "Faktencheck: Nein, [er nahm Geld]"),
        ("fr", "Faux : [il a pris de l’argent]"),
        ("es", "Falso: [tomó dinero]"),
        ("ru", "Фейк: [он взял деньги]"),
        ("de", "Die Armee bestritt, wie es hieß, dass [12 Menschen starben]."),
        ("ru", "Министр отрицал, как пишет газета, что [12 человек погибли]."),
    ]);
    assert_eq!(missed, [""; 0]);
}

#[test]
fn denial_and_doubt_behind_a_quote() {
    let missed = missed(&[
        ("en", "[12 people died], it is alleged"),
        ("en", "[12 people died], the army falsely claimed"),
        ("en", "[12 people died], allegedly"),
        ("en", "[12 people died] reportedly."),
        ("en", "[12 people died], which is false"),
        ("en", "[12 people died], which the army denies"),
        ("en", "[12 people died], but that is not true"),
        ("en", "[12 people died]; that is wrong"),
        ("en", "[12 people died], the paper wrote on Sunday, which is not true"),
        ("en", "[12 people died], according to unverified reports"),
        ("en", "[12 people died]: a lie"),
        ("en", "[12 people died] - not"),
        ("en", "“[12 people died]” is a lie, he said"),
        ("en", "The report ([12 people died]) was retracted"),
        ("en", "[12 people] were not killed"),
        ("en", "[12 people] are said to have died"),
        ("en", "[12 people died] (false)"),
        ("en", "[12 people died] – or not"),
        ("en", "[12 people died], or so it is alleged"),
        ("en", "[12 people died], but this could not be verified"),
        ("en", "[12 people died], a report that was later retracted"),
        ("en", "[12 people died], the army said, falsely"),
        ("en", "[12 people] were reportedly killed"),
        ("de", "[12 Menschen starben]: eine Lüge"),
        ("it", "[12 persone sono morte], ma non è vero"),
        ("uk", "[12 людей загинули], але це неправда"),
        ("he", "[12 אנשים נהרגו], אבל זה לא נכון"),
        ("fa", "[12 نفر کشته شدند]، اما این دروغ است"),
        ("de", "[12 Menschen] sollen gestorben sein"),
        ("de", "[12 Menschen starben], angeblich"),
        ("de", "[12 Menschen starben], was falsch ist"),
        ("fr", "[12 personnes] n’ont pas été tuées"),
        ("fr", "[12 personnes] seraient mortes"),
        ("fr", "[12 personnes sont mortes], ce qui est faux"),
        ("es", "[12 personas] no murieron"),
        ("es", "[12 personas] habrían muerto"),
        ("es", "[12 personas murieron], al parecer"),
        ("it", "[12 persone] non sono morte"),
        ("it", "[12 persone] sarebbero morte"),
        ("ru", "[12 человек] якобы погибли"),
        ("ru", "[12 человек] не погибли"),
        ("ru", "[12 человек погибли], но это не так"),
        ("uk", "[12 людей] нібито загинули"),
        ("ar", "[12 شخصا] لم يقتلوا"),
        ("ar", "[قتل 12 شخصا]، وهو ما نفاه الجيش"),
        ("he", "[12 אנשים] לא נהרגו"),
        ("he", "[12 אנשים נהרגו], ככל הנראה"),
        ("fa", "[12 نفر] کشته نشدند"),
    ]);
    assert_eq!(missed, [""; 0]);
}

#[test]
fn plain_reporting_turns_nothing() {
    let alarms: Vec<(&str, String)> = [
        ("en", "The army said [12 people died]."),
        ("en", "Police reported that [12 people died], the mayor said."),
        ("en", "The army, not the police, said [12 people died]."),
        ("en", "He denied the charges and said that [12 people died]."),
        ("en", "Men who had not slept said [12 people died]."),
        ("en", "Officials not authorised to speak said that [12 people died]."),
        ("en", "The man who denied the charges said [12 people died]."),
        ("en", "The minister said in Homs, which he had never left, that [12 people died]."),
        ("en", "It cannot be denied that [12 people died]."),
        ("en", "Nobody can deny that [12 people died]."),
        ("en", "No doubt [12 people died]."),
        ("en", "Not only did he say that [12 people died]."),
        ("en", "He did not only say that [12 people died]."),
        ("en", "Nobody knew the man who [took money]."),
        ("en", "Not far from Homs, in a village, [12 people died]."),
        ("en", "No, he said, [two men fled]."),
        ("en", "No, [12 people died]."),
        ("en", "[12 people died], but it is not clear why."),
        ("en", "[12 people], not 13, were killed."),
        ("en", "Nobody but the army said [12 people died]."),
        ("en", "It was no surprise that [12 people died]."),
        ("en", "The minister, who denies the charges, said [12 people died]."),
        ("en", "[12 people died], including a man wrongly accused of theft."),
        ("en", "[12 people died], which was confirmed."),
        ("en", "[Two men fled], not three."),
        ("en", "[12 people died], allegedly killed by rebels."),
        ("en", "[12 people died], officials said, and the army denied hitting a clinic."),
        ("en", "[12 people died], and 3 are missing, the army said"),
        ("en", "A statement in May claimed that [12 people died]."),
        ("en", "On May 21 he said that [12 people died]."),
        ("en", "They [published a video] allegedly showing the strikes."),
        ("en", "“We will go,” the [anonymous “commander”] reportedly said."),
        ("de", "Die Armee sagte, dass [12 Menschen starben]."),
        ("de", "Die Armee, die nicht schlief, sagte, dass [12 Menschen starben]."),
        ("de", "Es kann nicht bestritten werden, dass [12 Menschen starben]."),
        ("fr", "Il n’y a que [34 morts]."),
        ("fr", "L’armée a dit que [12 personnes sont mortes]."),
        ("fr", "On ne peut nier que [12 personnes sont mortes]."),
        ("es", "El ejército dijo que [12 personas murieron]."),
        ("es", "No se puede negar que [12 personas murieron]."),
        ("it", "L’esercito ha detto che [12 persone sono morte]."),
        ("it", "Non si può negare che [12 persone sono morte]."),
        ("ru", "Армия сообщила, что [12 человек погибли]."),
        ("ru", "Армия, которая не спала, сообщила, что [12 человек погибли]."),
        ("ru", "Нельзя отрицать, что [12 человек погибли]."),
        ("uk", "Армія повідомила, що [12 людей загинули]."),
        ("ar", "قال الجيش إن [12 شخصا قتلوا]"),
        ("ar", "انفجرت قنبلة، ما أدى إلى [مقتل 12 شخصا]"),
        ("ar", "انفجرت قنبلة، ما [أدى إلى مقتل 12 شخصا]"),
        ("ar", "هذا كل ما [قاله الوزير]"),
        ("ar", "[12 شخصا] لا يزالون في القرية"),
        ("ar", "لا يمكن إنكار أن [12 شخصا قتلوا]"),
        ("he", "הצבא מסר כי [12 אנשים נהרגו]"),
        ("he", "[12 אנשים] ולא 13 נהרגו"),
        ("fa", "ارتش گفت که [12 نفر کشته شدند]"),
    ]
    .iter()
    .filter_map(|(tag, text)| Some((*text, told(tag, text)?)))
    .collect();
    assert_eq!(alarms, []);
}
