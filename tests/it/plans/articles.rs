//! What the knowledge base asks of the database, and what its verbs write.

use tanya::domain::article::{ArticleDraft, ArticleInput, ArticleState, LinkKind};
use tanya::domain::ask_session::Visitor;
use tanya::domain::body::Reason;
use tanya::domain::cursor::Cursor;
use tanya::domain::guide::Outcome;
use tanya::domain::id::{ArticleId, ReplyId, SectionId, ThreadId, UserId};
use tanya::domain::language::Language;
use tanya::domain::sight::Sight;
use tanya::store::articles::Earlier;
use tanya::store::written::Written;
use tanya::store::{article_links, article_opinions, articles, guides, sections, users};
use tanya::text::guide::Guide;
use tanya::text::markdown::render;

use super::pages::{Ask, named};
use crate::support::{Content, beginning};

const ARTICLE: ArticleId = ArticleId::stored(7);
const THREAD: ThreadId = ThreadId::stored(12);

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    let mut all = read();
    all.extend(written());
    all
}

fn read() -> Vec<(String, Ask)> {
    let now = beginning();
    let mut all = Vec::new();
    for sight in [Sight::public(), Sight::everything()] {
        all.push(named("the lists of articles", move |db| {
            articles::home(db, sight, Language::Indonesian)?;
            articles::frequent(db, sight, Language::English)?;
            articles::whole_list(db, sight, 700, 200)?;
            let after = Cursor { key: 300, id: 900 };
            articles::in_section(db, sight, SectionId::stored(3), None, 30)?;
            articles::in_section(db, sight, SectionId::stored(3), Some(after), 30)
        }));
        all.push(named("an article", move |db| {
            articles::page(db, sight, ARTICLE)?;
            articles::page(db, sight, ArticleId::stored(15))?;
            articles::source(db, sight, ARTICLE)?;
            articles::title_of(db, sight, ARTICLE)?;
            articles::is_gone(db, sight, ARTICLE)?;
            articles::history(db, ARTICLE)?;
            articles::revision(db, ARTICLE, 1)?;
            let guide = Guide::read(&render("# Look")).unwrap();
            guides::answers(db, ARTICLE, &guide.plan)?;
            article_opinions::reasons(db, ARTICLE)
        }));
        all.push(named("the desk of articles", move |db| articles::desk(db, sight, now)));
        all.push(named("articles for a thread", move |db| {
            let tags = ["word7".to_owned(), "w12".to_owned()];
            articles::suggested(db, sight, "Word8 and word9", &tags)
        }));
    }
    all
}

fn written() -> Vec<(String, Ask)> {
    let now = beginning();
    vec![
        named("writing and changing an article", move |db| {
            let author = users::find(db, UserId::stored(6))?;
            let input = ArticleInput {
                title: "A new article".into(),
                section: "1".into(),
                audience: "public".into(),
                language: "fil".into(),
                original: "21".into(),
                short_answer: "In short.".into(),
                body: "The whole.".into(),
                tags: "tag-1".into(),
                see_also: "7 8".into(),
                owner: "cat".into(),
                ..ArticleInput::default()
            };
            let mut draft = ArticleDraft::parse(&input, |text| text.parse().ok()).unwrap();
            draft.cites = vec![ReplyId::stored(7), ReplyId::stored(8)];
            let by = &mut Content { tx: db, author, now };
            let id = by.draft_of(&input)?;
            by.bring(id, ArticleState::Draft, ArticleState::Published)?;
            let (author, sight, body) = (by.author.clone(), Sight::everything(), Written::body(&draft.body));
            articles::edit(db, &author, sight, id, 1, &draft, &body, now)?;
            let earlier = Earlier {
                revision: articles::revision(db, id, 1)?,
                body: body.clone(),
                reason: "back".to_owned(),
                cites: vec![ReplyId::stored(7)],
            };
            articles::restore(db, &author, sight, id, 1, &earlier, now)?;
            articles::look_over(db, &author, sight, id, None, now)?;
            articles::add_views(db, &[(id, 3)])
        }),
        named("an opinion of an article", move |db| {
            let visitor = Visitor::stored("visitor 7".to_owned());
            article_opinions::give(db, &visitor, Sight::public(), ARTICLE, (true, &Reason::default()), now)
        }),
        named("an answer to a step of a guide", move |db| {
            guides::count_answer(db, Sight::public(), ARTICLE, "Step 3", Outcome::DidNot, 1)
        }),
        named("linking an article", move |db| {
            let author = users::find(db, UserId::stored(3))?;
            Content {
                tx: db,
                author: author.clone(),
                now,
            }
            .link(THREAD, ARTICLE, LinkKind::Answers)?;
            article_links::confirm(db, &author, Sight::everything(), THREAD, now)?;
            article_links::unlink(db, &author, Sight::everything(), (THREAD, ARTICLE), now)
        }),
        named("sections of articles", move |db| {
            sections::list(db, Sight::public())?;
            sections::shift(db, SectionId::stored(2), true, now)?;
            sections::delete(db, SectionId::stored(2), now)
        }),
    ]
}
