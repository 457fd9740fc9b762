//! The site that is made of the real documents, page by page, without what Node.js gives.

mod escaping;
mod evidence;
mod html;
mod invented;
mod links;
mod material;
mod operations;
mod picture;
mod policy;
mod search;
