//! The icons of the sprite, by name.

use maud::{Markup, html};

use super::Pen;

/// Declares the icons once, each with its name in the sprite.
macro_rules! icons {
    ($($variant:ident => $name:literal,)*) => {
        /// A drawing of the sprite `assets/icons/sprite.svg`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $(#[doc = concat!("The symbol `", $name, "`.")] $variant,)*
        }

        impl Icon {
            /// Every icon of the sprite.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id of its symbol in the sprite.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

icons! {
    Alert => "alert",
    Announcement => "announcement",
    Answer => "answer",
    ArrowDown => "arrow-down",
    ArrowLeft => "arrow-left",
    ArrowRight => "arrow-right",
    ArrowUp => "arrow-up",
    Article => "article",
    Bell => "bell",
    Category => "category",
    Check => "check",
    ChevronDown => "chevron-down",
    ChevronRight => "chevron-right",
    Clock => "clock",
    Code => "code",
    Comment => "comment",
    Copy => "copy",
    Cross => "cross",
    Discussion => "discussion",
    Duplicate => "duplicate",
    Edit => "edit",
    Eye => "eye",
    Flag => "flag",
    Gear => "gear",
    History => "history",
    Home => "home",
    Info => "info",
    Letter => "letter",
    Link => "link",
    Lock => "lock",
    Logo => "logo",
    Menu => "menu",
    Minus => "minus",
    Move => "move",
    People => "people",
    Person => "person",
    Pin => "pin",
    Plus => "plus",
    Question => "question",
    Reopen => "reopen",
    Search => "search",
    Shield => "shield",
    SignIn => "sign-in",
    SignOut => "sign-out",
    Tag => "tag",
    Trash => "trash",
    Undo => "undo",
}

impl Icon {
    /// Whether it points along the line, so that pages that run from right to left mirror it.
    fn points_sideways(self) -> bool {
        matches!(
            self,
            Self::ArrowLeft | Self::ArrowRight | Self::ChevronRight | Self::SignIn | Self::SignOut
        )
    }
}

/// An icon beside words that already say it; readers by ear do not hear it.
pub fn icon(pen: &Pen<'_>, icon: Icon) -> Markup {
    html! {
        svg.icon.points[icon.points_sideways()] aria-hidden="true" focusable="false" width="20" height="20" {
            use href={ (pen.sprite) "#" (icon.name()) } {}
        }
    }
}

/// An icon that stands alone, with the words that readers by ear hear instead.
pub fn named_icon(pen: &Pen<'_>, icon: Icon, label: &str) -> Markup {
    html! {
        svg.icon.points[icon.points_sideways()] role="img" aria-label=(label) width="20" height="20" {
            use href={ (pen.sprite) "#" (icon.name()) } {}
        }
    }
}
