//! The JSON of a topic as Discourse serves it at `/t/<id>.json`: only the fields that are kept.
//!
//! Whatever can be wrong with a field is found while it is parsed, so that the parser can say on which line.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::de::{Error, IgnoredAny, Visitor};
use serde::{Deserialize, Deserializer};

/// A topic with its posts.
#[derive(Deserialize)]
pub struct Topic {
    /// Its number, as in its address.
    pub id: Id,
    /// Plain text.
    pub title: Text,
    /// Where it lives; private messages live nowhere.
    pub category_id: Option<Id>,
    /// `regular`, or `private_message`.
    #[serde(default)]
    pub archetype: Option<Text>,
    /// How often it was read.
    #[serde(default)]
    pub views: Option<i64>,
    /// Whether it takes no more replies, by a moderator's act.
    #[serde(default)]
    pub closed: Option<bool>,
    /// Whether it is put away.
    #[serde(default)]
    pub archived: Option<bool>,
    /// Whether it stands in the lists.
    #[serde(default)]
    pub visible: Option<bool>,
    /// When it was pinned.
    #[serde(default)]
    pub pinned_at: Option<DateTime<Utc>>,
    /// When it was deleted; only moderators are served such topics.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
    /// When something last happened to it.
    #[serde(default)]
    pub last_posted_at: Option<DateTime<Utc>>,
    /// Its tags: names, or objects with a name in newer versions.
    #[serde(default)]
    pub tags: Option<Vec<TopicTag>>,
    /// The reply that answers it.
    #[serde(default)]
    pub accepted_answer: Option<AcceptedAnswer>,
    /// Its posts.
    pub post_stream: PostStream,
}

/// The posts of a topic.
#[derive(Deserialize)]
pub struct PostStream {
    /// Those that were served.
    pub posts: Vec<TopicPost>,
    /// The numbers of all.
    #[serde(default)]
    pub stream: Vec<Id>,
}

/// The reply that answers a topic.
#[derive(Deserialize)]
pub struct AcceptedAnswer {
    /// Its place in the topic.
    pub post_number: i64,
}

/// A tag in either form.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum TopicTag {
    /// Only its name.
    Name(Text),
    /// An object.
    Object {
        /// Its name.
        name: Text,
    },
}

/// One post.
#[derive(Deserialize)]
pub struct TopicPost {
    /// Its number, over all topics.
    pub id: Id,
    /// Its place in the topic, from 1.
    pub post_number: i64,
    /// 1 and 2 are posts, 3 is a small action, 4 is a whisper.
    #[serde(default)]
    pub post_type: Option<i64>,
    /// What a small action did.
    #[serde(default)]
    pub action_code: Option<Text>,
    /// Who wrote it; a deleted account leaves nothing.
    #[serde(default)]
    pub user_id: Option<i64>,
    /// The name in `@name`.
    #[serde(default)]
    pub username: Option<Text>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was last touched.
    #[serde(default)]
    pub updated_at: Option<DateTime<Utc>>,
    /// How many versions it had.
    #[serde(default)]
    pub version: Option<i64>,
    /// HTML.
    pub cooked: Text,
    /// Whether it is hidden from readers.
    #[serde(default)]
    pub hidden: Option<bool>,
    /// When it was deleted; only moderators are served such posts.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
    /// Whether its author deleted it: then a placeholder is served.
    #[serde(default)]
    pub user_deleted: Option<bool>,
    /// What readers did: action 2 is a like.
    #[serde(default)]
    pub actions_summary: Vec<ActionSummary>,
}

/// How many readers did something.
#[derive(Deserialize)]
pub struct ActionSummary {
    /// What: 2 is a like.
    pub id: i64,
    /// How many.
    #[serde(default)]
    pub count: Option<i64>,
}

/// The action that is a like.
const LIKE: i64 = 2;

impl TopicPost {
    /// How many people liked it.
    #[must_use]
    pub fn likes(&self) -> i64 {
        self.actions_summary
            .iter()
            .filter(|action| action.id == LIKE)
            .filter_map(|action| action.count)
            .sum::<i64>()
            .max(0)
    }
}

impl TopicTag {
    /// The tag itself.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) | Self::Object { name } => &name.0,
        }
    }
}

/// The number of a topic, post or category: 1 or more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Id(pub i64);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match i64::deserialize(from)? {
            id if id > 0 => Ok(Self(id)),
            id => Err(D::Error::custom(format!("the number {id} where numbers start at 1"))),
        }
    }
}

/// Text without null characters.
#[derive(Clone, Default)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_string(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
        match text.contains('\0') {
            true => Err(E::custom("a null character in a text")),
            false => Ok(Text(text)),
        }
    }
}

/// Enough of a file to see whether it is a topic at all.
#[derive(Deserialize)]
pub struct Outline {
    /// Only topics have posts.
    #[serde(default)]
    pub post_stream: Option<IgnoredAny>,
}
