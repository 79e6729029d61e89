//! Closed vocabularies: an enum and the words that stand for its variants in files and views, declared once.

/// What every closed vocabulary has in common, for those that read or list any of them.
pub(crate) trait Vocabulary: Copy + 'static {
    /// Every variant, in order.
    const EVERY: &'static [Self];

    /// The word that stands for it.
    fn word(self) -> &'static str;

    /// The variant that a word stands for.
    fn of_word(word: &str) -> Option<Self>;
}

/// Declares an enum each of whose variants has a name: `A = "a"`.
///
/// From it follow `ALL` in the order of declaration, `name`, `named` (the variant of a name), `Display` and
/// `Serialize` (the name), and in tests the JSON Schema. Nothing else in the program may know the names.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $vocabulary:ident {
            $($(#[$about:meta])* $variant:ident = $name:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        $visibility enum $vocabulary {
            $($(#[$about])* $variant,)+
        }

        #[allow(dead_code, reason = "not every vocabulary is both read and written")]
        impl $vocabulary {
            /// Every variant, in order.
            $visibility const ALL: &'static [$vocabulary] = &[$($vocabulary::$variant),+];

            /// The names of all variants, in order.
            $visibility const NAMES: &'static [&'static str] = &[$($name),+];

            /// The word that stands for it.
            #[must_use]
            $visibility const fn name(self) -> &'static str {
                match self {
                    $($vocabulary::$variant => $name,)+
                }
            }

            /// The variant that a word stands for.
            #[must_use]
            $visibility fn named(name: &str) -> Option<$vocabulary> {
                match name {
                    $($name => Some($vocabulary::$variant),)+
                    _ => None,
                }
            }
        }

        impl $crate::vocabulary::Vocabulary for $vocabulary {
            const EVERY: &'static [$vocabulary] = $vocabulary::ALL;

            fn word(self) -> &'static str {
                self.name()
            }

            fn of_word(word: &str) -> Option<Self> {
                Self::named(word)
            }
        }

        impl std::fmt::Display for $vocabulary {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl serde::Serialize for $vocabulary {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $vocabulary {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($vocabulary).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($vocabulary)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($name),+] })
            }
        }
    };
}
pub(crate) use vocabulary;

#[cfg(test)]
mod tests {
    vocabulary! {
        /// Two words.
        enum Word {
            First = "first-of-all",
            Second = "second",
        }
    }

    #[test]
    fn a_name_leads_back_to_its_variant_and_no_other_word_does() {
        assert_eq!(Word::ALL, [Word::First, Word::Second]);
        assert!(Word::ALL.iter().all(|word| Word::named(word.name()) == Some(*word)));
        assert_eq!((Word::named("first"), Word::named("First")), (None, None));
        assert_eq!(serde_json::to_string(&Word::ALL).unwrap(), "[\"first-of-all\",\"second\"]");
        assert_eq!(format!("{:>8}", Word::Second), "  second");
    }
}
