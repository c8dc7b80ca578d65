//! Who helped most lately, under a category's list.

use maud::{Markup, html};

use crate::store::monthly_helpers::Helper;
use crate::urls::Urls;
use crate::web::views::components::{Face, Pen, avatar};

/// The helpers of the month; nothing where there is none.
pub(super) fn helpers(pen: &Pen<'_>, urls: &Urls, helpers: &[Helper]) -> Markup {
    html! {
        @if !helpers.is_empty() {
            section.helpers aria-labelledby="helpers" {
                h2 #helpers { (pen.say("helpers-title")) }
                ol {
                    @for helper in helpers {
                        li {
                            (avatar(&helper.name, Face::Medium))
                            div {
                                a href=(urls.user(helper.id, &helper.name)) { bdi { (helper.name) } }
                                p.hint { (pen.count("helpers-count", helper.accepted_count)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
