//! The description of the search for browsers: OpenSearch 1.1,
//! <https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md>.

use quick_xml::escape::escape;

use crate::domain::language::Language;
use crate::web::Site;

/// The longest short name, in characters, by its specification.
const LONGEST_SHORT_NAME: usize = 16;
/// The longest long name.
const LONGEST_LONG_NAME: usize = 48;

/// The whole document.
pub fn description(site: &Site) -> String {
    let settings = site.settings();
    let language = Language::parse(&settings.language).unwrap_or(Language::English);
    let about = site.languages.speak(language).say("about-search");
    let short: String = settings.site_name.chars().take(LONGEST_SHORT_NAME).collect();
    let long: String = settings.site_name.chars().take(LONGEST_LONG_NAME).collect();
    let (short, long, about) = (escape(short.trim()), escape(long.trim()), escape(&about));
    let template = site.urls.search_template();
    let own = site.urls.absolute(&site.urls.search_description());
    let (template, own) = (escape(&template), escape(&own));
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{short}</ShortName>\n\
         <LongName>{long}</LongName>\n\
         <Description>{about}</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{template}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{own}\"/>\n\
         </OpenSearchDescription>\n"
    )
}
