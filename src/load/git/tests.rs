//! Dossiers at revisions of repositories that are made here, and what bounds them.

use std::path::Path;

use super::command::{found_in, git};
use super::{Listed, MOST_TOGETHER, Most, answer, at, bounded, within};

fn run(root: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"];
    assert!(git(root).args(who).args(arguments).output().unwrap().status.success(), "{arguments:?}");
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_dossier_in_a_folder_of_a_repository_is_read_as_it_was_and_the_work_tree_stays() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run(root, &["init", "-q", "-b", "main"]);
    write(root, "readme", "no dossier yet");
    run(root, &["add", "-A"]);
    run(root, &["commit", "-q", "-m", "a"]);
    let desk = root.join("desk é");
    write(&desk, "gainsay.toml", "[dossier]\ntitle = \"Before\"\n");
    write(&desk, "claims/ü.toml", "[event.fire]\ntitle = \"Fire\"\n");
    run(root, &["add", "-A"]);
    run(root, &["commit", "-q", "-m", "b"]);
    write(&desk, "gainsay.toml", "[dossier]\ntitle = \"After\"\n");
    let past = at(&desk, "HEAD").unwrap();
    assert_eq!((past.dossier.title.as_str(), past.dossier.events.len()), ("Before", 1));
    assert_eq!(past.commit, at(&desk, "main...").unwrap().commit);
    assert!(std::fs::read_to_string(desk.join("gainsay.toml")).unwrap().contains("After"));
    let said = |revision: &str| at(&desk, revision).err().unwrap().to_string();
    let none = at(&desk, "HEAD~1").unwrap();
    assert!(none.dossier.events.len() == 0 && none.dossier.problems.is_empty() && none.commit != past.commit);
    for revision in ["nowhere", "-x", "--output=x", "", "HEAD:desk", "nowhere..."] {
        assert_eq!(said(revision), format!("git knows no revision `{revision}`"));
    }
}

#[test]
fn only_absolute_folders_of_the_path_are_looked_in() {
    let folder = tempfile::tempdir().unwrap();
    let bin = folder.path().join("bin");
    let git = bin.join(format!("git{}", std::env::consts::EXE_SUFFIX));
    write(&bin, git.file_name().unwrap().to_str().unwrap(), "");
    let path = |list: &[&Path]| std::env::join_paths(list).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_ne!(found_in(&path(&[&bin])).0, git, "a file that is no program");
        std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let relative: [&Path; 4] = [Path::new(""), Path::new("."), Path::new("bin"), Path::new("../bin")];
    let (found, rest) = found_in(&path(&[relative[0], relative[1], relative[2], relative[3], &bin]));
    assert_eq!((found, rest), (git, path(&[&bin])));
    for list in [&relative[..], &[]] {
        let (found, rest) = found_in(&path(list));
        assert!(found.is_absolute() && !found.exists() && rest.is_empty(), "{}", found.display());
    }
}

#[test]
fn a_folder_outside_any_repository_says_so() {
    let folder = tempfile::tempdir().unwrap();
    assert!(at(folder.path(), "HEAD").err().unwrap().to_string().contains("is in no git repository"));
}

#[test]
fn links_and_other_repositories_are_no_files() {
    let listed = b"100644 blob aa       3\tclaims/a.toml\x00120000 blob bb 3\tclaims/b.toml\x00160000 commit cc -\tclaims/c.toml\x00\
                   100755 blob dd 3\tsources/.x/d.toml\x00100644 blob ee BAD\tgainsay.toml\x00";
    let file =
        |path: &str, object: &str, size| Listed { path: path.to_owned(), object: object.to_owned(), size };
    assert_eq!(within(listed), [file("claims/a.toml", "aa", Some(3)), file("gainsay.toml", "ee", None)]);
}

#[test]
fn files_of_a_revision_are_bounded_one_by_one_and_together() {
    let most = Most::Record.bytes();
    let together = usize::try_from(MOST_TOGETHER / most).unwrap();
    for (sizes, is_read) in [
        (vec![most], true),
        (vec![most + 1], false),
        (vec![1, most + 1], false),
        (vec![most; together], true),
        ([vec![most; together], vec![1]].concat(), false),
        (vec![u64::MAX; 2], false),
    ] {
        let file = |size: &u64| Listed { path: "p".into(), object: "o".into(), size: Some(*size) };
        assert_eq!(bounded(sizes.iter().map(file).collect()).is_ok(), is_read, "{sizes:?}");
    }
}

/// An object, by its kind, whose bytes are made of the name of the one before.
type Object<'o> = (&'static str, &'o dyn Fn(&str) -> Vec<u8>);

/// Writes objects as they are and commits the last of them, a tree.
fn commit_raw(root: &Path, objects: &[Object<'_>]) {
    let mut last = String::new();
    for (kind, bytes) in objects {
        let path = root.join("object");
        std::fs::write(&path, bytes(&last)).unwrap();
        let made = git(root).args(["hash-object", "-w", "-t", kind, "object"]).output().unwrap();
        last = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    }
    let who = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"];
    let made = git(root).args(who).args(["commit-tree", "-m", "x", &last]).output().unwrap();
    let commit = String::from_utf8(made.stdout).unwrap();
    run(root, &["update-ref", "refs/heads/main", commit.trim()]);
}

fn entry(mode: &str, name: &str, object: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&object[at..at + 2], 16).unwrap();
    [format!("{mode} {name}\0").into_bytes(), (0..object.len()).step_by(2).map(byte).collect()].concat()
}

#[test]
fn a_tree_that_names_its_files_without_end_and_a_large_file_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run(root, &["init", "-q", "-b", "main"]);
    // Each of nine trees holds the next ten times: a thousand million files in two thousand bytes.
    let level = |object: &str| -> Vec<u8> {
        (0..10).flat_map(|number| entry("40000", &format!("d{number}"), object)).collect()
    };
    let leaf = |object: &str| entry("100644", "a.toml", object);
    let top = |object: &str| {
        [entry("40000", "claims", object), entry("100644", "gainsay.toml", &empty(root))].concat()
    };
    let none = |_: &str| Vec::new();
    let mut objects: Vec<Object<'_>> = vec![("blob", &none), ("tree", &leaf)];
    objects.extend(std::iter::repeat_n(("tree", &level as &dyn Fn(&str) -> Vec<u8>), 9));
    objects.push(("tree", &top));
    commit_raw(root, &objects);
    let said = || at(root, "main").err().unwrap().to_string();
    assert_eq!(said(), "that revision is not read: the list of its files is larger than 16 MB");

    let large = |_: &str| vec![b'#'; (16 << 20) + 1];
    let only = |object: &str| entry("100644", "gainsay.toml", object);
    commit_raw(root, &[("blob", &large), ("tree", &only)]);
    assert_eq!(said(), "that revision is not read: `gainsay.toml` is larger than 16 MB");
    let fits = |_: &str| vec![b'#'; 16 << 20];
    commit_raw(root, &[("blob", &fits), ("tree", &only)]);
    assert!(at(root, "main").is_ok());
}

/// The name of a blob without a byte.
fn empty(root: &Path) -> String {
    std::fs::write(root.join("empty"), "").unwrap();
    let made = git(root).args(["hash-object", "-w", "empty"]).output().unwrap();
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

/// A repository that was committed as files of another has settings that would run what they name.
#[test]
fn a_repository_among_the_files_of_a_dossier_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run(root, &["init", "-q", "-b", "main"]);
    write(root, "desk/gainsay.toml", "[dossier]\ntitle = \"T\"\n");
    run(root, &["add", "-A"]);
    run(root, &["commit", "-q", "-m", "a"]);
    let desk = root.join("desk");
    assert!(at(&desk, "main").is_ok());
    run(root, &["init", "-q", "--bare", "desk"]);
    assert!(desk.join("HEAD").exists() && desk.join("objects").exists());
    let said = at(&desk, "main").err().unwrap().to_string();
    assert!(said.contains("is in no git repository that can be read"), "{said}");
}

#[test]
fn an_answer_that_is_cut_short_is_no_text() {
    assert_eq!(answer(&mut &b"aa blob 3\nabc\n"[..], "p").unwrap(), "abc");
    for cut in ["", "aa missing\n", "aa blob 3\nab", "aa blob x\n", "aa blob 99999999999\nabc"] {
        assert!(answer(&mut cut.as_bytes(), "p").is_err(), "{cut}");
    }
}

#[test]
fn settings_of_a_repository_run_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run(root, &["init", "-q", "-b", "main"]);
    write(root, "gainsay.toml", "[dossier]\ntitle = \"T\"\n");
    write(root, "claims/lost.toml", "# of which nothing is left\n");
    write(root, ".gitattributes", "* diff=x filter=x\n");
    run(root, &["add", "-A"]);
    run(root, &["commit", "-q", "-m", "a"]);
    write(root, "run", "#!/bin/sh\ntouch ran\n");
    let path = root.join("run");
    let program = path.to_str().unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    write(root, ".git/hooks/post-checkout", "#!/bin/sh\ntouch ran\n");
    for (key, value) in [
        ("core.fsmonitor", program),
        ("core.pager", program),
        ("core.sshCommand", program),
        ("core.gitProxy", program),
        ("core.hooksPath", root.to_str().unwrap()),
        ("alias.ls-tree", &format!("!{program}")),
        ("diff.external", program),
        ("diff.x.textconv", program),
        ("filter.x.smudge", program),
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "far"),
        ("remote.far.url", &format!("ext::{program}")),
        ("remote.far.promisor", "true"),
        ("protocol.ext.allow", "always"),
        ("protocol.allow", "always"),
    ] {
        run(root, &["config", key, value]);
    }
    assert!(at(root, "main").is_ok());
    // What is not there would be asked for far away.
    let lost = git(root).args(["rev-parse", "main:claims/lost.toml"]).output().unwrap();
    let lost = String::from_utf8(lost.stdout).unwrap();
    std::fs::remove_file(root.join(".git/objects").join(&lost[..2]).join(lost[2..].trim())).unwrap();
    let said = at(root, "main").err().unwrap().to_string();
    assert_eq!(said, "git does not have `claims/lost.toml` of that revision");
    assert!(!root.join("ran").exists(), "something was run");
}
