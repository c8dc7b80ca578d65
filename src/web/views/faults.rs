//! The page of a fault: what happened, what to do, and ways out; what was typed is given back.

use maud::{Markup, html};

use super::components::{Field, Icon, Link, Pen, Weight, link_button, submit_button, text_kept};
use super::going_on::going_on;
use super::problems::label;
use crate::text::time;
use crate::web::Visit;
use crate::web::fault::FaultKey;
use crate::web::kept::KeptForm;
use crate::web::page::{Page, pen};
use crate::web::throttle;

/// A form that a fault gives back.
pub struct GivenBack {
    /// What was sent.
    pub form: KeptForm,
    /// Whether it may be taken when it is sent again.
    pub may_be_sent: bool,
    /// Where its sender signs in, if they must.
    pub sign_in: Option<String>,
}

/// The page of this fault. What its reader is told on every page, such as until when and why they may not write, is in its frame.
pub fn page(visit: &Visit, fault: &FaultKey, given_back: Option<&GivenBack>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let (key, wait) = (fault.key, fault.wait.map(throttle::whole_seconds));
    let title = visit.say(&format!("fault-{key}-title"));
    let wait = wait.map(|wait| ("wait", time::length(&visit.phrases, wait).into()));
    let said = visit.phrases.tell(&format!("fault-{key}"), wait.as_slice());
    let urls = &visit.site.urls;
    let ways = [
        Link::new(visit.say("fault-way-threads"), urls.threads()),
        Link::new(visit.say("fault-way-home"), urls.home()),
    ];
    let content = html! {
        article.fault {
            h1 { (title) }
            p { (said) }
            @if let Some(given_back) = given_back { (again(visit, &pen, given_back)) }
            p.ways {
                @for way in &ways { (link_button(&pen, &way.label, &way.href, None::<Icon>, Weight::Secondary)) " " }
            }
        }
    };
    Page::new(title, content).unlisted()
}

/// What was typed, to be read and copied, and the whole form to be sent again.
fn again(visit: &Visit, pen: &Pen<'_>, given_back: &GivenBack) -> Markup {
    let fields = &given_back.form.fields;
    let shown = fields.iter().filter(|(_, value)| !value.trim().is_empty());
    let shown = shown.filter_map(|(name, value)| Some((format!("kept-{name}"), label(visit, name)?, value)));
    let hidden: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let said = match (&given_back.sign_in, given_back.may_be_sent) {
        (Some(_), _) => "kept-signed-out",
        (None, true) => "kept-to-send",
        (None, false) => "kept-to-copy",
    };
    html! {
        p { (pen.say(said)) }
        @if let Some(sign_in) = &given_back.sign_in {
            // Beside this page, so that it stays.
            p { a.button.primary href=(sign_in) target="_blank" rel="noopener" { (pen.say("layout-sign-in")) } }
        }
        @if given_back.may_be_sent {
            (going_on(&visit.path, &hidden, submit_button(&pen.say("kept-send"), Weight::Secondary)))
        }
        div.form {
            @for (id, label, value) in shown { (text_kept(pen, &Field { id: &id, value, ..Field::new("", &label) })) }
        }
    }
}
