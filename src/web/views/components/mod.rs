//! The parts that pages are made of, one idea per file: each a function from plain arguments to markup.
//!
//! A component knows no domain type, no store and no address: views hand it text, numbers, times and hrefs.

mod ask_field;
mod attach;
mod avatar;
mod bell;
mod buttons;
mod category_card;
pub mod charts;
mod choices;
mod comments;
mod diff;
mod editor;
mod empty;
mod facts;
mod fields;
mod figure;
mod form;
mod icon;
mod job_state;
mod links;
mod list_search;
mod marks;
mod moderation_bar;
mod moment;
mod notice;
mod pager;
mod permission_table;
mod person_head;
mod post_card;
mod table;
mod tag_input;
mod thread_head;
mod thread_row;
mod votes;
mod watching;

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

use crate::text::phrases::{Phrases, Value};

pub use ask_field::{AskField, ask_field};
pub use attach::Attaching;
pub use avatar::{Face, avatar};
pub use bell::{Bell, BellWords, bell, bell_words};
pub use buttons::{
    PostButton, Weight, actions, copy_link, disclosure, link_button, post_button, quote_link, submit_button,
};
pub use category_card::{CategoryCard, category_cards};
pub use choices::{Choice, check_box, check_group, radio_group, select_field};
pub use comments::{Comment, CommentForm, comment_form, comments};
pub use diff::{DiffLine, DiffPiece, diff_view};
pub use editor::{Editor, editor};
pub use empty::{empty_state, section_head};
pub use facts::{Fact, fact_list, side_links, similar_links};
pub use fields::{Field, date_field, email_field, password_field, text_area, text_field, text_kept};
pub use figure::{figure, short_figure};
pub use form::{Problem, error_summary, post_form, problem_with, writing_form};
pub use icon::{Icon, icon, named_icon};
pub use job_state::{JobState, job_state, progress};
pub use links::{Link, breadcrumb, filter_links, link_tabs, tag_index, tag_links};
pub use list_search::list_search;
pub use marks::{ThreadMark, article_mark, locked_mark, pinned_mark, role_mark, thread_mark};
pub use moderation_bar::{ModerationAct, moderation_bar};
pub use moment::{permalink, time_ago, when};
pub use notice::{Notice, NoticeKind, notice, notices};
pub use pager::{numbered_pager, onward_pager, pager, reply_pager};
pub use permission_table::{Permission, PermissionRow, permission_table};
pub use person_head::{person_head, person_head_of};
pub use post_card::{AcceptedBy, Edited, PostCard, PostKind, accepted_by, accepted_quote, next_step, post_card};
pub use table::{Column, table};
pub use tag_input::{TagInput, tag_input};
pub use thread_head::{ThreadHead, thread_head};
pub use thread_row::{RowFigure, ThreadRow, thread_list};
pub use votes::{VoteMark, Votes, votes};
pub use watching::{WatchChoice, watching};

/// What every component writes with: the reader's phrases, the moment of the page, and where the icons are.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The phrases in the reader's language.
    pub phrases: &'a Phrases,
    /// The moment at which the page is made; times are told relative to it.
    pub now: DateTime<Utc>,
    /// The address of the icon sprite, with its hashed name.
    pub sprite: &'a str,
}

impl Pen<'_> {
    /// The phrase of this key.
    pub fn say(&self, key: &str) -> String {
        self.phrases.say(key)
    }

    /// The phrase of this key with its variables filled.
    pub fn tell(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.phrases.tell(key, values)
    }

    /// The forms of a phrase that counts by script, for `one` and for `other` as `Intl.PluralRules` names them: 4 is *other* in
    /// every language of the site, also where 2 is not.
    pub fn plurals(&self, key: &str) -> [String; 2] {
        [1, 4].map(|count| self.count(key, count))
    }

    /// A phrase that counts: `$count` is written out and chooses the plural form.
    pub fn count(&self, key: &str, count: i64) -> String {
        self.tell(key, &[("count", count.into())])
    }
}
