//! What may answer a draft, as its asker is shown it: the best few threads and articles, each with the sentence that matters.

use std::collections::HashMap;

use crate::domain::id::{ArticleId, ThreadId};
use crate::domain::sight::Sight;
use crate::domain::subject::Subject;
use crate::domain::thread::Standing;
use crate::search::document::tongue_of;
use crate::search::language::Tongue;
use crate::search::sentence::sentence;
use crate::store::articles::{self, WholeArticle};
use crate::store::suggesting::{self, Likely};
use crate::store::{Db, StoreError};
use crate::text::excerpt;

/// How many are suggested at most.
pub(super) const MOST: usize = 5;
/// How much of a text is searched for the sentence that matters, in characters.
const SEARCHED: usize = 4_000;

/// What may be the answer, or waits for one.
#[derive(Debug)]
pub struct Suggestion {
    /// What is suggested.
    pub suggested: Suggested,
    /// The sentence of it that matters, of the accepted answer if there is one.
    pub sentence: Option<String>,
}

/// A thread or an article that is suggested.
#[derive(Debug)]
pub enum Suggested {
    /// A thread.
    Thread(Likely),
    /// An article.
    Article(WholeArticle),
}

impl Suggestion {
    /// Which it is.
    pub fn subject(&self) -> Subject {
        match &self.suggested {
            Suggested::Thread(thread) => Subject::Thread(thread.id),
            Suggested::Article(article) => Subject::Article(article.id),
        }
    }

    /// Whether others wait for an answer there too.
    pub fn is_waiting(&self) -> bool {
        matches!(&self.suggested, Suggested::Thread(thread) if thread.standing.is_open())
    }

    fn is_closed(&self) -> bool {
        matches!(&self.suggested, Suggested::Thread(thread) if thread.standing == Standing::Closed)
    }
}

/// The best few of these that are in sight: what is settled first, articles among it, then where others wait. What is closed
/// neither answers nor waits.
pub(super) fn suggestions(
    db: &mut Db,
    sight: Sight,
    subjects: &[Subject],
    draft: &str,
    forum: Tongue,
) -> Result<Vec<Suggestion>, StoreError> {
    let threads: Vec<ThreadId> = subjects.iter().filter_map(|subject| subject.thread()).collect();
    let ids: Vec<ArticleId> = subjects.iter().filter_map(|subject| subject.article()).collect();
    let threads = suggesting::likely(db, sight, &threads)?.into_iter();
    let articles = articles::whole(db, sight, &ids)?.into_iter();
    let threads = threads.map(|thread| of_thread(thread, draft, forum));
    let all = threads.chain(articles.map(|article| of_article(article, draft)));
    let mut all: HashMap<Subject, Suggestion> = all.map(|one| (one.subject(), one)).collect();
    let useful = subjects.iter().filter_map(|subject| all.remove(subject));
    let useful = useful.filter(|one| !one.is_closed());
    let (waiting, settled): (Vec<_>, Vec<_>) = useful.partition(Suggestion::is_waiting);
    Ok(settled.into_iter().chain(waiting).take(MOST).collect())
}

fn of_thread(thread: Likely, draft: &str, forum: Tongue) -> Suggestion {
    let html = thread.accepted.as_ref().unwrap_or(&thread.body);
    let text = excerpt::excerpt_of_html(html, SEARCHED);
    let tongue = Tongue::of_titled(&thread.title, &text, forum);
    Suggestion {
        sentence: sentence(&text, draft, tongue),
        suggested: Suggested::Thread(thread),
    }
}

fn of_article(article: WholeArticle, draft: &str) -> Suggestion {
    let body = excerpt::excerpt_of_html(&article.body, SEARCHED);
    let tongue = tongue_of(&article, &body);
    Suggestion {
        sentence: sentence(&format!("{} {body}", article.short_answer), draft, tongue),
        suggested: Suggested::Article(article),
    }
}
