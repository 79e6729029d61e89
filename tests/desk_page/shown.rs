//! What the page shows.

use std::path::Path;

use serde_json::Value as Json;

use crate::desk::{Desk, QUESTIONS, TEXT, select};
use crate::driven::Look;

pub(crate) fn the_page_is_whole_at_any_width_in_any_light(browser: &Path) {
    let desk = Desk::new(TEXT);
    let mut page = desk.open(browser);
    for width in [1280, 390] {
        for scheme in ["light", "dark"] {
            for media in ["screen", "print"] {
                page.look(Look { width, scheme, media });
                let over = page.eval("document.documentElement.scrollWidth - innerWidth");
                assert!(over.as_i64().unwrap() <= 0, "{width} {scheme} {media}: {over} pixels too wide");
                assert!(page.words("#texts").contains("built in 1870"), "{width} {scheme} {media}");
                if let Some(folder) = std::env::var_os("GAINSAY_PICTURES") {
                    page.picture(&Path::new(&folder).join(format!("desk-{width}-{scheme}-{media}.png")));
                }
            }
        }
    }
    page.look(Look { scheme: "dark", ..Look::WIDE });
    let dark = page.eval("getComputedStyle(document.body).backgroundColor");
    page.look(Look::WIDE);
    assert_ne!(page.eval("getComputedStyle(document.body).backgroundColor"), dark);
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
    page.eval("fetch('https://press.example/x').catch(() => {})");
    assert!(page.complaints.iter().any(|it| it.contains("Content Security Policy")), "{:?}", page.complaints);
}

pub(crate) fn what_strangers_wrote_is_shown_as_text(browser: &Path) {
    let payload = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> ##[group]x";
    let text = format!(
        "{payload} At least 12 people were killed \u{202e}43\u{202c} times <!-- {payload}\n\n::error::x {payload} 9 died"
    );
    let desk = Desk::new(&text);
    let title = format!("[dossier]\ntitle = {}\n", Json::from(payload));
    desk.put("gainsay.toml", &title);
    desk.put(
        "claims/fire.toml",
        &QUESTIONS.replace("How many people were killed?", &payload.replace('"', "'")),
    );
    let mut page = desk.open(browser);
    assert!(page.eval("document.title").as_str().unwrap().starts_with("Desk: </script>"));
    assert_eq!(
        page.eval(
            "[document.images.length, document.scripts.length, document.querySelectorAll('.hid').length]"
        ),
        serde_json::json!([0, 2, 2])
    );
    assert!(page.words("#texts").contains("killed U+202E43U+202C times"), "{}", page.words("#texts"));
    let whole = page.words("#texts");
    assert!(
        whole.contains("::error::x </script><script>document.title='taken'") && whole.contains("##[group]x"),
        "{whole}"
    );
    // Words with what is not seen are quoted as they stand.
    select(&mut page, "43");
    page.eval("getSelection().setBaseAndExtent(document.querySelector('.hid').firstChild, 0, document.querySelectorAll('.hid')[1].firstChild, 6)");
    page.press(&["c"]);
    assert_eq!(page.field("quote"), "\u{202e}43\u{202c}");
    page.press(&["Escape", "w"]);
    assert!(page.words("#told").contains("not selected any more"), "{}", page.words("#told"));
    page.press(&["a", "s"]);
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
}

pub(crate) fn a_paragraph_of_300_kilobytes_is_shown(browser: &Path) {
    let filler = "Nobody knew why the old mill had burned, it was said. ".repeat(600);
    let text = format!("{filler}At least 12 people were killed and nine injured, it was said. ").repeat(10);
    assert!(text.len() > 300_000 && !text.contains('\n'));
    let mut page = Desk::new(&text).open(browser);
    assert_eq!(page.eval("document.querySelector('[data-b]').textContent.length"), text.len());
    assert!(page.words("#counts").contains("0 of 20 decided"), "{}", page.words("#counts"));
    assert_eq!(page.complaints, Vec::<String>::new());
}
