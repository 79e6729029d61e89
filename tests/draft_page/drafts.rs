//! Drafts on the dossier of this repository, and the page of them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a page would run, or ask for, if it took it for more than text.
pub(crate) const HOSTILE: &str = "Three </p></h3><script>document.title='taken'</script><img src=https://evil.example/a.png \
    onerror=\"document.title='taken'\"> US service members were killed in Jordan, Joe Biden said.\n\n\
    He spoke of 77 <iframe src=https://evil.example></iframe> “</q><svg onload=document.title='taken'>” drones. ##[group]x\n\n\
    ::error::x <base href=https://evil.example/> Syria \u{202e}43 [x](javascript:document.title='taken')\n";

/// A draft that has something of each kind: what is carried, amiss, not checked, quoted, bound by a mark.
const DRAFT: &str = "# At the border\n\n\
    Four US service members were killed when a drone struck the outpost Tower 22 on 28 January 2024, President Joe Biden said. \
    The attack happened in [Jordan](gainsay:tower-22/country). It happened in Syria, officials said.\n\n\
    IranWire calls the Islamic Resistance in Iraq “one such brand”. By then there had been dozens of attacks on US forces in the \
    Middle East since 7 October 2023. Troops are stationed in Iraq, at a cost of 45 million dollars.\n\n\
    Kataib Hezbolah belongs to those that drew a line.\n";

/// Drafts and the page of them, in a folder of their own.
pub(crate) struct Annotated {
    _folder: tempfile::TempDir,
    page: PathBuf,
}

impl Annotated {
    /// A draft that has something of each kind.
    pub(crate) fn of_the_repository() -> Annotated {
        Annotated::new(&[("draft.md", DRAFT)])
    }

    pub(crate) fn new(drafts: &[(&str, &str)]) -> Annotated {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("page.html");
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.env_clear().current_dir(folder.path());
        command.args(["draft", "--dossier", env!("CARGO_MANIFEST_DIR"), "--annotate", "page.html"]);
        for (name, text) in drafts {
            std::fs::write(folder.path().join(name), text).unwrap();
            command.arg(name);
        }
        let output = command.output().unwrap();
        assert!(page.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
        Annotated { _folder: folder, page }
    }

    pub(crate) fn page(&self) -> &Path {
        &self.page
    }
}
