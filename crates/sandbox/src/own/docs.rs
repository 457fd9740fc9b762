//! The portal, served from its folder.
//!
//! Only files and folders within the portal are served. A link that leads out of it is not followed, and a
//! pipe or socket is not opened: it would keep its reader waiting.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Method, Response, StatusCode, Uri};
use axum::routing::get;
use tower_http::services::fs::{Backend, ServeDir, TokioBackend, TokioFile};

use crate::answer::response;
use crate::path;
use crate::problem::Problem;
use crate::sandbox::Sandbox;

/// Where the portal is.
const PREFIX: &str = "/docs";

/// The paths of the portal.
pub(super) fn routes() -> Router<Arc<Sandbox>> {
    Router::new()
        .route("/docs", get(folder))
        .route("/docs/", get(file))
        .route("/docs/{*path}", get(file))
}

/// The address of the first page, which ends with a slash: its links are relative to that.
async fn folder(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response<Body> {
    if sandbox.docs.is_none() {
        return no_portal();
    }
    let query = request.uri().query();
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    let mut response = response(StatusCode::TEMPORARY_REDIRECT, None);
    // A header may hold everything that a query may hold.
    if let Ok(location) = HeaderValue::try_from(format!("{PREFIX}/{query}")) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// A file of the portal; of a folder its `index.html`.
async fn file(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response<Body> {
    let Some(docs) = &sandbox.docs else {
        return no_portal();
    };
    let beneath = request.uri().path().strip_prefix(PREFIX);
    let beneath = beneath.unwrap_or_default().to_owned();
    let method = request.method().clone();
    match found_at(docs, path::at(request, &beneath)).await {
        Ok(Some(response)) => response,
        Ok(None) => missing(docs, method).await,
        Err(error) => {
            tracing::error!(%error, "a file of the portal cannot be read");
            let detail = "The file cannot be read; the log of the sandbox says why.";
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, detail).response()
        }
    }
}

/// What the folder of the portal has for a request; nothing if it has nothing there.
async fn found_at(docs: &Path, request: Request) -> io::Result<Option<Response<Body>>> {
    let within = Within(Arc::from(docs));
    let mut files = ServeDir::with_backend(docs, within).redirect_path_prefix(PREFIX);
    match files.try_call(request).await {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => Ok(None),
        Ok(response) => Ok(Some(in_utf8(response.map(Body::new)))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Adds the encoding, which all texts of the portal share, to the media type of a text.
fn in_utf8(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    let media_type = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let text = media_type.filter(|it| it.starts_with("text/") && !it.contains(';'));
    let encoded = text.map(|it| HeaderValue::try_from(format!("{it}; charset=utf-8")));
    if let Some(Ok(encoded)) = encoded {
        headers.insert(CONTENT_TYPE, encoded);
    }
    response
}

/// The portal's own page for an address that leads nowhere, or a problem if it has none.
async fn missing(docs: &Path, method: Method) -> Response<Body> {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = Uri::from_static("/404.html");
    match found_at(docs, request).await {
        Ok(Some(mut response)) if response.status().is_success() => {
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
        _ => {
            let detail = "The portal has no such file; its first page is `/docs/`.";
            Problem::new(StatusCode::NOT_FOUND, detail).response()
        }
    }
}

fn no_portal() -> Response<Body> {
    let detail = "The portal is not there: write it with `cargo xtask portal`, or name its folder with `--docs`, and start the sandbox again.";
    Problem::new(StatusCode::NOT_FOUND, detail).response()
}

/// The files and folders within a folder.
#[derive(Clone, Debug)]
struct Within(Arc<Path>);

type Later<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

impl Backend for Within {
    type File = TokioFile;
    type Metadata = std::fs::Metadata;
    type OpenFuture = Later<TokioFile>;
    type MetadataFuture = Later<std::fs::Metadata>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let folder = Arc::clone(&self.0);
        Box::pin(async move {
            let (path, _) = found(&folder, &path).await?;
            TokioBackend.open(path).await
        })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let folder = Arc::clone(&self.0);
        Box::pin(async move {
            let (_, metadata) = found(&folder, &path).await?;
            Ok(metadata)
        })
    }
}

/// Resolves a path to a file or a folder within a folder.
///
/// # Errors
///
/// Returns the kind `NotFound` if the path leads nowhere, out of the folder, or to something else.
async fn found(folder: &Path, path: &Path) -> io::Result<(PathBuf, std::fs::Metadata)> {
    let nowhere = |_| io::Error::from(io::ErrorKind::NotFound);
    // Both without links, each time: the portal may be written anew while it is served.
    let folder = tokio::fs::canonicalize(folder).await.map_err(nowhere)?;
    let path = tokio::fs::canonicalize(path).await.map_err(nowhere)?;
    let metadata = tokio::fs::symlink_metadata(&path).await.map_err(nowhere)?;
    let served = path.starts_with(&folder) && (metadata.is_dir() || metadata.is_file());
    served
        .then_some((path, metadata))
        .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
}
