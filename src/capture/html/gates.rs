//! What stands in place of a page, in the words of many languages: challenges, missing pages, consent, forms to log in.
//!
//! All are in small letters, with straight apostrophes, parted by `|`.

/// What challenges say to their reader, and stories hardly.
pub(super) const CHALLENGES: &str = "confirm you are human|confirm that you are human|confirm you're human|prove you are human|\
    prove you're human|press & hold to confirm|press and hold to confirm|\
    needs to review the security of your connection|sorry, you have been blocked|dass sie ein mensch sind|\
    dass du ein mensch bist|dass sie kein roboter sind|dass du kein roboter bist|ihr browser wird überprüft|\
    überprüfung ihres browsers|überprüfen, ob sie ein mensch sind|vérifiez que vous êtes humain|\
    vérifier que vous êtes humain|vérification que vous êtes humain|confirmez que vous êtes humain|\
    confirmer que vous êtes humain|que vous êtes un humain|que vous êtes un être humain|\
    que vous n'êtes pas un robot|vérification de votre navigateur|que es un ser humano|\
    que eres un ser humano|que usted es humano|que es usted humano|que eres humano|verifique que es humano|\
    confirme que es humano|que no eres un robot|que usted no es un robot|que no es usted un robot|\
    comprobando su navegador|comprobando tu navegador|comprobando si la conexión del sitio es segura|\
    verifica di essere umano|conferma di essere umano|di essere un essere umano|di non essere un robot|\
    que você é humano|se você é humano|que é humano|que você não é um robô|que não é um robô|\
    dat u een mens bent|dat je een mens bent|dat u geen robot bent|dat je geen robot bent|\
    że jesteś człowiekiem|że nie jesteś robotem|že jste člověk|že nejste robot|att du är en människa|\
    at du er et menneske|että olet ihminen|подтвердите, что вы человек|подтвердите, что вы не робот|\
    убедиться, что вы человек|убедиться, что вы не робот|убедитесь, что вы не робот|\
    проверяем, что вы человек|проверка вашего браузера|проверяем ваш браузер|підтвердьте, що ви людина|\
    підтвердьте, що ви не робот|insan olduğunuzu doğrula|insan olduğunuzu onayla|robot olmadığınızı|\
    أنك إنسان|أنك لست روبوت|شما انسان هستید|شما ربات نیستید|אינך רובוט|您是真人|您不是机器人|您不是機器人|人間であることを確認|\
    ロボットではないことを確認|사람인지 확인";

/// What challenges say, and a story may say too.
pub(super) const CHALLENGES_OF_FEW: &str = "are you human|press & hold|security check|sicherheitsüberprüfung|ich bin kein roboter|\
    je ne suis pas un robot|un momento|que no es un robot|no soy un robot|non sono un robot|não sou um robô|\
    ik ben geen robot|nie jestem robotem|nejsem robot|jag är inte en robot|jeg er ikke en robot|\
    en ole robotti|я не робот|вы не робот|проверка браузера|ben robot değilim|لست روبوت|من ربات نیستم|\
    אני לא רובוט|我不是机器人|我不是機器人|安全验证|私はロボットではありません|로봇이 아닙니다";

/// What servers say where they have no such page.
pub(super) const NOT_FOUND: &str = "page not found|file not found|error 404|404 error|page can't be found|page cannot be found|\
    page could not be found|page couldn't be found|page was not found|page you requested|\
    page you are looking for|page you were looking for|page you're looking for|page doesn't exist|\
    page does not exist|page isn't available|page is no longer available|we can't find that page|\
    we couldn't find that page|seite nicht gefunden|seite wurde nicht gefunden|\
    seite konnte nicht gefunden werden|seite existiert nicht|seite ist nicht verfügbar|page introuvable|\
    page non trouvée|page est introuvable|page n'existe pas|page demandée|página no encontrada|\
    página no existe|no se encuentra la página|no se encontró la página|no se ha encontrado la página|\
    página que busca|pagina non trovata|pagina non esiste|página não encontrada|página não existe|\
    página não foi encontrada|pagina niet gevonden|pagina bestaat niet|nie znaleziono strony|\
    strony nie znaleziono|strona nie została znaleziona|strona nie istnieje|stránka nenalezena|\
    stránka nebyla nalezena|sidan hittades inte|sidan kunde inte hittas|siden ble ikke funnet|\
    siden blev ikke fundet|sivua ei löydy|sivua ei löytynyt|страница не найдена|страница не существует|\
    сторінку не знайдено|sayfa bulunamadı|الصفحة غير موجودة|صفحه یافت نشد|העמוד לא נמצא|页面不存在|頁面不存在|\
    ページが見つかりません|페이지를 찾을 수 없습니다";

/// What pages say that must be agreed to before the one that is meant; a line begins so.
pub(super) const BEFORE: &str = "before you continue|bevor sie fortfahren|bevor sie zu |bevor du fortfährst|avant d'accéder|\
    avant de continuer|antes de ir a |antes de continuar|antes de avançar|antes de aceder|\
    prima di continuare|voordat je verdergaat|voordat u verdergaat|zanim przejdziesz|прежде чем продолжить|\
    прежде чем перейти|devam etmeden önce";

/// What those say who ask for consent, of themselves.
pub(super) const PARTNERS: &str = "we value your privacy|we care about your privacy|your privacy is important to us|we and our partners|\
    we and our|we use cookies|this site uses cookies|this website uses cookies|wir und unsere|\
    wir verwenden cookies|wir nutzen cookies|wir benötigen ihre zustimmung|mit werbung|nous et nos|\
    nous utilisons des cookies|nosotros y nuestros|utilizamos cookies|noi e i nostri|utilizziamo i cookie|\
    nós e os nossos|wij en onze|my i nasi partnerzy|мы используем файлы cookie|мы используем cookie";

/// What is pressed to agree.
pub(super) const AGREE: &str = "accept all|accept cookies|accept and continue|accept & continue|agree and continue|i agree|i accept|\
    allow all|alle akzeptieren|alles akzeptieren|akzeptieren und weiter|alle annehmen|\
    einwilligen und weiter|zustimmen|tout accepter|accepter et continuer|accepter et fermer|j'accepte|\
    aceptar todo|aceptar y continuar|aceptar cookies|accetta tutto|accetta tutti|accetta e continua|accetto|\
    aceitar tudo|aceitar todos|alles accepteren|alle cookies accepteren|akkoord|zaakceptuj wszystko|\
    akceptuję|přijmout vše|godkänn alla|acceptera alla|godta alle|accepter alle|hyväksy kaikki|принять все|\
    tümünü kabul et";

/// What pages speak of that ask for consent, and their buttons.
pub(super) const CONSENT: &str = "cookie|privacy|personali|personal data|consent|advertis|einwillig|zustimm|personenbezogen|werbung|\
    tracking|confidentialité|données personnelles|publicité|consentimiento|privacidad|datos personales|\
    publicidad|consenso|pubblicità|dati personali|dados pessoais|toestemming|persoonsgegevens|advertentie|\
    zgod|danych osobowych|персональн|согласи|конфиденциальн|реклам|çerez|kişisel veri";

/// What else stands where consent is asked for before a page.
pub(super) const SERVICES: &str = "google|service|setting|data|language|option";

/// What is pressed or asked for to log in.
pub(super) const LOG_IN: &str = "log in|login|logged in|log into|sign in|signed in|sign into|sign-in|log-in|anmelden|anmeldung|einloggen|\
    se connecter|connectez-vous|connexion|s'identifier|identifiez-vous|iniciar sesión|inicia sesión|\
    inicie sesión|accedi|iniciar sessão|fazer login|inloggen|zaloguj|logowanie|přihlásit|logga in|logg inn|\
    log ind|kirjaudu|войти|вход|увійти|giriş yap|oturum aç|تسجيل الدخول|התחבר|登录|ログイン";

/// What else stands in forms to log in.
pub(super) const ACCOUNT: &str = "password|account|e-mail|email|username|remember me|register|sign up|cookie|terms|passwort|konto|\
    registrier|mot de passe|compte|contraseña|cuenta|parola|senha|wachtwoord|hasło|пароль|şifre|密码";

/// What is sold to readers: a stub of an article is one.
pub(super) const SUBSCRIBE: &str =
    "subscri|abonn|abo |suscri|suscríb|assin|prenumer|подпис|подписк|abone|اشترك|订阅|購読|구독";

/// Signs that end a sentence.
const ENDS: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', '؟', '।'];

/// Letters of a line that is a sentence.
const SENTENCE: usize = 15;

/// Letters of a line that says something, a sentence or a headline.
const HEADLINE: usize = 20;

/// Whether a page says a sentence that holds none of some words, below its title.
pub(super) fn says_else(words: &str, but: &[&str]) -> bool {
    lines_but(words, but).any(|line| {
        let line = line.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
        line.ends_with(ENDS) && letters(line) >= SENTENCE
    })
}

/// Whether a page has a line of some length that holds none of some words, below its title.
pub(super) fn has_else(words: &str, but: &[&str]) -> bool {
    lines_but(words, but).any(|line| letters(line) >= HEADLINE)
}

fn lines_but<'w>(words: &'w str, but: &[&str]) -> impl Iterator<Item = &'w str> {
    let lines = words.lines().skip(1).map(str::trim);
    lines.filter(|line| !but.iter().any(|words| says(line, words)))
}

/// How many letters and digits some words have.
pub(super) fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether some words hold one of some phrases.
pub(super) fn says(words: &str, phrases: &str) -> bool {
    phrases.split('|').any(|said| words.contains(said))
}

/// Lines that are headings or buttons: with at most so many characters.
const SHORT: usize = 100;

/// Whether a short line holds one of some phrases.
pub(super) fn heads(words: &str, phrases: &str) -> bool {
    words.lines().any(|line| line.chars().count() <= SHORT && says(line, phrases))
}

/// Whether the title, or a part of it, is little more than one of some phrases.
pub(super) fn is_titled(words: &str, phrases: &str) -> bool {
    let title = words.lines().next().unwrap_or("");
    let parts = title.split(['|', '–', '—', '·', ':']).flat_map(|part| part.split(" - "));
    let mut parts = parts.map(|part| (part.trim(), part.trim().chars().count()));
    let is_little = |(part, length): (&str, usize)| {
        phrases.split('|').any(|said| part.contains(said) && length <= said.chars().count() + 12)
    };
    parts.any(is_little)
}
