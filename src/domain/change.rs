//! The change log's words.

use super::id::{ArticleId, CategoryId, ReplyId, SectionId, TagId, ThreadId, TidingId, UserId};

/// The thing that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A thread, its votes, acceptance, comments or tags.
    Thread(ThreadId),
    /// A reply.
    Reply(ReplyId),
    /// A person.
    User(UserId),
    /// A category.
    Category(CategoryId),
    /// A tag.
    Tag(TagId),
    /// An article, its state, tags or links.
    Article(ArticleId),
    /// A section of articles.
    Section(SectionId),
    /// What a thread means, by the embedding model: told once its text was read anew.
    Meaning(ThreadId),
    /// Who was told of something.
    Tiding(TidingId),
    /// The settings.
    Settings,
}

impl Noun {
    /// Its name and id, as a row writes them.
    pub fn parts(self) -> (&'static str, i64) {
        match self {
            Noun::Thread(id) => ("thread", id.get()),
            Noun::Reply(id) => ("reply", id.get()),
            Noun::User(id) => ("user", id.get()),
            Noun::Category(id) => ("category", id.get()),
            Noun::Tag(id) => ("tag", id.get()),
            Noun::Article(id) => ("article", id.get()),
            Noun::Section(id) => ("section", id.get()),
            Noun::Meaning(id) => ("meaning", id.get()),
            Noun::Tiding(id) => ("tiding", id.get()),
            Noun::Settings => ("settings", 0),
        }
    }

    /// Puts a row's two columns together again; `None` for a noun of a newer program.
    pub fn from_parts(noun: &str, id: i64) -> Option<Self> {
        match noun {
            "thread" => Some(Noun::Thread(ThreadId::stored(id))),
            "reply" => Some(Noun::Reply(ReplyId::stored(id))),
            "user" => Some(Noun::User(UserId::stored(id))),
            "category" => Some(Noun::Category(CategoryId::stored(id))),
            "tag" => Some(Noun::Tag(TagId::stored(id))),
            "article" => Some(Noun::Article(ArticleId::stored(id))),
            "section" => Some(Noun::Section(SectionId::stored(id))),
            "meaning" => Some(Noun::Meaning(ThreadId::stored(id))),
            "tiding" => Some(Noun::Tiding(TidingId::stored(id))),
            "settings" => Some(Noun::Settings),
            _ => None,
        }
    }
}

crate::named! {
    /// What happened to it.
    pub enum ChangeVerb {
        /// It was made.
        Made = "made",
        /// It was changed.
        Changed = "changed",
        /// It was deleted.
        Deleted = "deleted",
    }
}
