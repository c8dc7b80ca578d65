//! Help while asking: what may answer the question already, what in it should not stand in public, and what askers say to both.

use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::ask_form::{AskForm, Brought};
use super::guest::Guest;
use super::suggestions::{MOST, Suggestion, suggestions};
use crate::domain::ask_session::Ending;
use crate::domain::draft::{ANSWER_FIELDS, AskInput};
use crate::domain::id::{ArticleId, CategoryId, ThreadId};
use crate::domain::secrets::{Secret, secrets};
use crate::domain::subject::Subject;
use crate::domain::thread::ThreadKind;
use crate::domain::token::FormKey;
use crate::search::embedded::Visible;
use crate::store::finding;
use crate::store::known_problems::{self, KnownProblem};
use crate::store::outcome::Deed;
use crate::store::{Db, StoreError, ask_sessions, votes};
use crate::web::extract::{Form, Id, Query, Sent};
use crate::web::views::threads::Help;
use crate::web::{Fault, Reply, SignedIn, Visit, articles, see_other, see_other_with, views};

/// How many likely ones are looked at: those that are resolved come first.
const LOOKED_AT: usize = 8;

/// Something in a draft that should not stand in public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointed {
    /// The name of the form's field.
    pub field: &'static str,
    /// What it is.
    pub secret: Secret,
}

/// What may answer a draft, with the category that it names.
pub(super) struct Found {
    pub(super) category: Option<CategoryId>,
    pub(super) problems: Vec<KnownProblem>,
    pub(super) suggestions: Vec<Suggestion>,
}

/// Looks for what may answer a draft, in one read of the database and with the asker's sight; only for the category and its
/// known problems when nothing is to be suggested.
pub(super) async fn find(visit: &Visit, input: &AskInput, is_wanted: bool) -> Result<Found, Fault> {
    let (search, sight, now, reader) = (visit.site.search.clone(), visit.sight(), visit.now, visit.viewer.id());
    let (title, body) = (input.title.clone(), texts(input).collect::<Vec<_>>().join("\n\n"));
    // PostgreSQL keeps no null character, so no category has one.
    let slug = Some(input.category.clone()).filter(|slug| !slug.is_empty() && !slug.contains('\0'));
    let is_wanted = is_wanted && !title.trim().is_empty();
    let found = visit.site.store.read_long(move |db: &mut Db| {
        let meant = finding::meant(db, sight, slug.as_deref(), None)?;
        let visible = Visible::to(sight, &meant.hidden);
        let hits = match is_wanted {
            true => search.likely(&title, &body, &visible, now, LOOKED_AT)?,
            false => Vec::new(),
        };
        let subjects: Vec<Subject> = hits.iter().map(|hit| hit.subject).collect();
        let draft = format!("{title}. {body}");
        let category = meant.category.flatten();
        let problems = match category {
            Some(category) => known_problems::of_category(db, reader, sight, category)?,
            None => Vec::new(),
        };
        Ok::<_, Fault>(Found {
            category,
            problems,
            suggestions: suggestions(db, sight, &subjects, &draft, search.forum())?,
        })
    });
    found.await
}

/// The texts of a draft besides its title.
fn texts(input: &AskInput) -> impl Iterator<Item = &str> {
    let answers = input.answers.iter().map(String::as_str);
    std::iter::once(input.body.as_str())
        .chain(answers)
        .filter(|text| !text.trim().is_empty())
}

/// What in a draft should not stand in public.
pub(super) async fn pointed_out(input: &AskInput) -> Result<Vec<Pointed>, Fault> {
    let answers = ANSWER_FIELDS.into_iter().zip(input.answers.iter().cloned());
    let fields = [("title", input.title.clone()), ("body", input.body.clone())];
    of_fields(fields.into_iter().chain(answers).collect()).await
}

/// What in a reply should not stand in public.
pub async fn pointed_out_in(body: &str) -> Result<Vec<Pointed>, Fault> {
    of_fields(vec![("body", body.to_owned())]).await
}

/// Long texts take a moment, which others need not wait for.
async fn of_fields(fields: Vec<(&'static str, String)>) -> Result<Vec<Pointed>, Fault> {
    let found = actix_web::web::block(move || {
        let found = fields.iter().flat_map(|(field, text)| {
            let found = secrets(text).into_iter();
            found.map(|secret| Pointed { field, secret })
        });
        found.collect()
    });
    found.await.map_err(|error| Fault::Broken(error.to_string()))
}

/// The marks of what was pointed out, as a form carries them.
pub fn marks(pointed: &[Pointed]) -> String {
    pointed
        .iter()
        .fold(String::new(), |marks, one| marks + &one.secret.mark + ".")
}

/// Whether a form that carries these marks has not pointed something of this out yet.
pub fn is_news(pointed: &[Pointed], pointed_out: &str) -> bool {
    let known = |one: &Pointed| pointed_out.split('.').any(|mark| mark == one.secret.mark);
    !pointed.iter().all(known)
}

/// Whether a draft is of a kind that something else may answer.
pub(super) fn asks(input: &AskInput) -> bool {
    input.kind.is_empty() || input.kind == ThreadKind::Question.as_str()
}

/// `POST /threads/new/suggestions`: both kinds of help, as the script of the form puts them in.
pub async fn suggest(visit: Visit, request: HttpRequest, form: Form<AskForm>) -> Reply {
    let Brought { key, input, memory, .. } = form.0.read()?;
    let guest = Guest::of(&visit, &request, &key);
    let is_wanted = !guest.is_held_out() && !memory.is_different && asks(&input);
    let found = find(&visit, &input, is_wanted).await?;
    let shown = found.suggestions.iter().map(Suggestion::subject);
    guest.asking(&input, found.category).note(&visit, shown);
    let help = Help {
        problems: &found.problems,
        suggestions: &found.suggestions,
        pointed: &pointed_out(&input).await?,
    };
    fragment(views::threads::help(&visit, &key, &input, &memory, &help))
}

fn fragment(content: maud::Markup) -> Reply {
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("cache-control", "private, no-store"))
        .body(content.into_string()))
}

/// `POST /threads/new/different`: none of those that were shown; whom to turn to instead of them.
pub async fn different(visit: Visit, request: HttpRequest, form: Form<AskForm>) -> Reply {
    let Brought { key, input, .. } = form.0.read()?;
    let guest = Guest::of(&visit, &request, &key).asking(&input, None);
    guest.note_different(&visit);
    let problems = find(&visit, &input, false).await?.problems;
    fragment(views::threads::different(&visit, &problems))
}

/// A thread or an article that was suggested, with the form in which it was.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenForm {
    form_key: String,
    thread: Option<ThreadId>,
    article: Option<ArticleId>,
}

impl ChosenForm {
    fn key(&self) -> Result<FormKey, Fault> {
        FormKey::offered(&self.form_key).ok_or(Fault::Malformed("malformed-form"))
    }

    fn subject(&self) -> Result<Subject, Fault> {
        match (self.thread, self.article) {
            (Some(thread), None) => Ok(Subject::Thread(thread)),
            (None, Some(article)) => Ok(Subject::Article(article)),
            _ => Err(Fault::Malformed("malformed-form")),
        }
    }
}

/// `POST /threads/new/solved`: the visit ends well, without a question.
pub async fn solved(visit: Visit, request: HttpRequest, form: Form<ChosenForm>) -> Reply {
    let (key, subject, now) = (form.0.key()?, form.0.subject()?, visit.now);
    // Whoever names what is out of sight is told nothing of it.
    let address = address_of(&visit, subject).await?;
    if let Some(session) = Guest::of(&visit, &request, &key).welcome_session(&visit) {
        let ended = visit
            .site
            .store
            .write(move |tx| ask_sessions::end(tx, &session, Ending::Solved, subject, now));
        ended.await.map_err(|error: StoreError| error)?;
    }
    see_other_with(&address, "solved-while-asking")
}

async fn address_of(visit: &Visit, subject: Subject) -> Result<String, Fault> {
    match subject {
        Subject::Thread(id) => super::address(visit, id).await,
        Subject::Article(id) => articles::address(visit, id).await,
    }
}

/// `POST /threads/new/me-too`: the asker waits with others instead of asking again.
pub async fn join(request: HttpRequest, Sent(signed_in, form): Sent<SignedIn, ChosenForm>) -> Reply {
    let SignedIn { visit, user } = signed_in;
    let (key, subject) = (form.key()?, form.subject()?);
    let thread = subject.thread().ok_or(Fault::Malformed("malformed-form"))?;
    let (sight, now) = (visit.sight(), visit.now);
    let session = Guest::of(&visit, &request, &key).session(&visit);
    let joined = visit.site.store.write(move |tx| {
        let deed = votes::me_too(tx, &user, sight, thread, true, now)?;
        if matches!(deed, Deed::Done(()) | Deed::Unchanged) {
            ask_sessions::end(tx, &session, Ending::Joined, subject, now)?;
        }
        Ok::<_, StoreError>(deed)
    });
    super::after_deed(&visit, thread, joined.await?, "me-too").await
}

/// Where a suggestion stood that is opened.
#[derive(Debug, Deserialize)]
pub struct OpenedQuery {
    #[serde(default)]
    form: String,
    #[serde(default)]
    place: String,
}

/// `GET /threads/{id}/-/suggested`: notes that a suggestion is opened, and leads to it.
pub async fn open(visit: Visit, request: HttpRequest, id: Id<ThreadId>, query: Query<OpenedQuery>) -> Reply {
    lead_to(&visit, &request, Subject::Thread(id.0), &query.0).await
}

/// `GET /articles/{id}/-/suggested`: the same of an article.
pub async fn open_article(visit: Visit, request: HttpRequest, id: Id<ArticleId>, query: Query<OpenedQuery>) -> Reply {
    lead_to(&visit, &request, Subject::Article(id.0), &query.0).await
}

async fn lead_to(visit: &Visit, request: &HttpRequest, subject: Subject, query: &OpenedQuery) -> Reply {
    let address = address_of(visit, subject).await?;
    let place = query.place.parse().ok().filter(|place| (1..=MOST).contains(place));
    if let (Some(key), Some(place)) = (FormKey::offered(&query.form), place) {
        Guest::of(visit, request, &key).note_opened(visit, subject, place);
    }
    see_other(&address)
}
