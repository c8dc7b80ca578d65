//! What the scripts are told on every page: who looks, where things are, and what to say.

use maud::{Markup, html};

use crate::domain::thread::Is;
use crate::urls::ThreadsQuery;
use crate::web::Visit;

use super::components::Pen;

/// An element that nobody sees. Scripts are the same for everybody, so what differs by reader or language stands here.
pub fn told(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let urls = &visit.site.urls;
    let unanswered = urls.threads_where(&ThreadsQuery {
        is: Some(Is::Unanswered),
        ..ThreadsQuery::default()
    });
    let viewer = visit.viewer.id();
    let found = viewer.map(|_| pen.plurals("people-found"));
    let [one_found, found] = found.map_or([None, None], |forms| forms.map(Some));
    html! {
        template #comforts data-viewer=[viewer] data-people=[viewer.map(|_| urls.people_completion())]
            data-people-label=[viewer.map(|_| visit.say("people-list"))]
            data-people-found-one=[one_found] data-people-found-other=[found]
            data-quote=[viewer.map(|_| visit.say("quote"))] data-sign-in=(urls.sign_in()) data-sign-out=(urls.sign_out())
            data-home=(urls.home()) data-threads=(urls.threads()) data-unanswered=(unanswered) data-ask=(urls.new_thread())
            data-shortcuts=(urls.shortcuts()) data-close=(visit.say("shortcuts-close"))
            data-copy=(visit.say("code-copy")) data-copied=(visit.say("code-copied"))
            data-draft-back=(visit.say("draft-back")) data-draft-discard=(visit.say("draft-discard"))
            data-offline=(visit.say("offline")) data-offline-kept=(visit.say("offline-kept")) {}
    }
}
