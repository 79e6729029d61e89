//! A tree of very many files that is made anew each time: written aside as a whole, then put in the place of the one before, part by part.

use std::fs;
use std::io;
use std::io::ErrorKind as Kind;
use std::path::{Path, PathBuf};

use super::ground::{alone, make_folder, stands};
use super::temporary::{entries, is_temporary, made_new};
use crate::error::{Error, ErrorKind};

/// A tree that is written aside. What is in it goes where it is not put in its place.
pub(in crate::cli) struct Tree<'t> {
    /// The folder that is to hold it.
    folder: PathBuf,
    aside: PathBuf,
    /// What stands at its top: no more of the folder is touched.
    top: &'t [&'t str],
}

impl<'t> Tree<'t> {
    /// A tree with these files and folders at its top. The folder may hold one that was written before, which its file `mark` says, and anything
    /// else beside it.
    ///
    /// # Errors
    /// It is no folder, holds something of these names that was not written so, or takes nothing.
    pub(in crate::cli) fn new(folder: &Path, top: &'t [&'t str], mark: &str) -> Result<Self, Error> {
        let refused = |why: String, help: String| {
            Err(Error::new(ErrorKind::Refused, why)
                .at(folder)
                .hint(format!("{help}; nothing has been written")))
        };
        let shown = folder.display();
        if folder.join(crate::load::MANIFEST).exists() {
            return refused(
                format!("`{shown}` holds a dossier"),
                format!("name another folder, such as `{}`", folder.join("site").display()),
            );
        }
        let in_the_way = top.iter().find(|name| stands(&folder.join(name)));
        if let Some(name) = in_the_way.filter(|_| !stands(&folder.join(mark))) {
            return refused(
                format!(
                    "`{shown}` holds a `{name}` that no earlier run wrote: there is no `{mark}` beside it"
                ),
                "name a folder that is empty or not there".to_owned(),
            );
        }
        make_folder(folder)?;
        // What killed runs left.
        entries(folder)
            .filter(|it| it.file_name().to_str().is_some_and(is_temporary))
            .for_each(|it| drop(fs::remove_dir_all(it.path())));
        let aside =
            made_new(folder, |path| fs::create_dir(path)).map_err(|why| Error::io("write", folder, why))?;
        Ok(Tree { folder: folder.to_owned(), aside: aside.0, top })
    }

    /// Writes a file of it, with folders as they are needed.
    ///
    /// # Errors
    /// The disk takes nothing.
    pub(in crate::cli) fn put(&self, path: &str, text: &str) -> Result<(), Error> {
        let full = self.aside.join(path);
        let written = match fs::write(&full, text) {
            Err(why) if why.kind() == Kind::NotFound => {
                let folder = full.parent().unwrap_or(&self.aside);
                fs::create_dir_all(folder).and_then(|()| fs::write(&full, text))
            }
            written => written,
        };
        written.map_err(|why| Error::io("write", &self.folder.join(path), why))
    }

    /// Puts it in its place. What an earlier one had and this has not is gone then.
    ///
    /// # Errors
    /// The disk takes it not: what was not put yet is as it was.
    pub(in crate::cli) fn place(self) -> Result<(), Error> {
        let _alone = alone(&self.folder);
        #[cfg(unix)]
        let _deferred = super::deferred::signals().map_err(|why| Error::io("write", &self.folder, why))?;
        let old = self.aside.join("old");
        fs::create_dir(&old).map_err(|why| Error::io("write", &old, why))?;
        for name in self.top {
            let (new, target) = (self.aside.join(name), self.folder.join(name));
            exchange(&new, &target, &old.join(name)).map_err(|why| Error::io("write", &target, why))?;
        }
        Ok(())
    }
}

/// Puts one file or folder where another stands, or none; what stood there is moved away.
fn exchange(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    if stands(target) {
        fs::rename(target, old)?;
    }
    match stands(new) {
        true => fs::rename(new, target),
        false => Ok(()),
    }
}

impl Drop for Tree<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.aside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::writer::names_in;

    const TOP: [&str; 3] = ["mark", "a.html", "pages"];

    fn written(folder: &Path, files: &[(&str, &str)]) -> Result<(), Error> {
        let tree = Tree::new(folder, &TOP, "mark")?;
        for (path, text) in files {
            tree.put(path, text)?;
        }
        tree.place()
    }

    #[test]
    fn what_stood_there_is_replaced_as_a_whole_and_all_else_stays() {
        let ground = tempfile::tempdir().unwrap();
        let folder = ground.path().join("new/site");
        written(
            &folder,
            &[("mark", "1"), ("a.html", "1"), ("pages/x/one.html", "1"), ("pages/two.html", "1")],
        )
        .unwrap();
        fs::write(folder.join("CNAME"), "ours").unwrap();
        fs::create_dir(folder.join(".git")).unwrap();
        fs::create_dir(folder.join(".gainsay-7-7.tmp")).unwrap();
        written(&folder, &[("mark", "2"), ("pages/x/three.html", "2")]).unwrap();
        assert_eq!(names_in(&folder), [".git", "CNAME", "mark", "pages"]);
        assert_eq!(
            (names_in(&folder.join("pages")), names_in(&folder.join("pages/x"))),
            (vec!["x".into()], vec!["three.html".into()])
        );
        assert_eq!(fs::read_to_string(folder.join("mark")).unwrap(), "2");
    }

    #[test]
    fn a_folder_of_somebody_else_is_not_touched() {
        let ground = tempfile::tempdir().unwrap();
        fs::write(ground.path().join("a.html"), "mine").unwrap();
        let error = written(ground.path(), &[("mark", "1")]).err().unwrap();
        assert!(error.to_string().contains("holds a `a.html` that no earlier run wrote"), "{error}");
        assert_eq!(names_in(ground.path()), ["a.html"]);
        fs::remove_file(ground.path().join("a.html")).unwrap();
        fs::write(ground.path().join("gainsay.toml"), "").unwrap();
        let error = written(ground.path(), &[("mark", "1")]).err().unwrap();
        assert!(error.to_string().ends_with("holds a dossier"), "{error}");
        assert_eq!(names_in(ground.path()), ["gainsay.toml"]);
    }

    #[test]
    fn what_is_not_placed_leaves_nothing() {
        let ground = tempfile::tempdir().unwrap();
        let tree = Tree::new(ground.path(), &TOP, "mark").unwrap();
        tree.put("pages/one.html", "1").unwrap();
        drop(tree);
        assert_eq!(names_in(ground.path()), Vec::<String>::new());
    }
}
