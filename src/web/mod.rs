//! HTTP: routes, handlers, extractors, and the pages that they answer with.

pub mod views;
