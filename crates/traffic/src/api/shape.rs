//! What a value is documented to look like: the tree of its elements, unfolded as far as values go.

use std::cell::OnceCell;
use std::collections::HashMap;

use jsonschema::Validator;
use serde_json::{Map, Value};

/// The index of a [`Node`] in its [`Tree`].
pub(crate) type NodeId = usize;

/// The most references that lead from one to the next.
const LONGEST: usize = 64;

/// The elements of a body or a parameter, built when a value first has them.
#[derive(Debug)]
pub(crate) struct Tree<'d> {
    root: &'d Value,
    pub(crate) nodes: Vec<Node<'d>>,
}

/// One element: what its schemas say together that a walk over values needs.
#[derive(Debug)]
pub(crate) struct Node<'d> {
    /// What claims call it: a dotted path, to which arrays add nothing.
    pub(crate) name: String,
    /// Its properties, by name.
    pub(crate) slots: HashMap<&'d str, Slot<'d>>,
    /// Whether it may have properties that are not documented.
    pub(crate) is_open: bool,
    /// What it must be, as the schemas say it.
    pub(crate) views: Vec<&'d Map<String, Value>>,
    items: Option<Child<'d>>,
    others: Option<Child<'d>>,
    /// The most digits and decimals of a number, and the integers that it can hold.
    pub(crate) number: Option<NumberRule>,
    /// What a value needs that stands for one of it, once somebody asks.
    pub(crate) leaf: OnceCell<Leaf>,
    /// How many values were seen.
    pub(crate) seen: u64,
    /// How many of them each documented value was, and the rest.
    pub(crate) listed: Vec<(&'d Value, u64)>,
    /// How many broke a rule, by its aspect.
    pub(crate) broken: HashMap<claims::Aspect, u64>,
}

/// What a value needs that stands for another.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// What the element's own keywords demand.
    pub(crate) validator: Option<Validator>,
    /// The element's class in brackets.
    pub(crate) mark: String,
    /// What stands for a value that breaks no rule, once there was one.
    pub(crate) valid: OnceCell<Value>,
}

/// A property that is documented.
#[derive(Debug)]
pub(crate) struct Slot<'d> {
    child: Child<'d>,
    /// How many objects were without it.
    pub(crate) absent: u64,
}

#[derive(Debug)]
struct Child<'d> {
    schemas: Vec<&'d Value>,
    node: Option<NodeId>,
}

impl<'d> Child<'d> {
    fn of(schemas: Vec<&'d Value>) -> Self {
        Self {
            schemas,
            node: None,
        }
    }
}

/// What JSON Schema cannot say of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberRule {
    /// The most digits, and how many of them are decimals, as in `18,2`.
    pub(crate) precision: Option<(u32, u32)>,
    /// The bits of a signed integer.
    pub(crate) bits: Option<u32>,
}

impl<'d> Tree<'d> {
    /// The tree of a schema of a document.
    pub(crate) fn of(root: &'d Value, schema: &'d Value) -> Self {
        let mut tree = Self {
            root,
            nodes: Vec::new(),
        };
        tree.build(String::new(), &[schema]);
        tree
    }

    /// The node of a property, if it is documented.
    pub(crate) fn property(&mut self, node: NodeId, name: &str) -> Option<NodeId> {
        let slot = self.nodes[node].slots.get(name)?;
        if slot.child.node.is_some() {
            return slot.child.node;
        }
        let schemas = slot.child.schemas.clone();
        let parent = &self.nodes[node].name;
        let path = if parent.is_empty() {
            name.to_owned()
        } else {
            format!("{parent}.{name}")
        };
        let built = self.build(path, &schemas);
        if let Some(slot) = self.nodes[node].slots.get_mut(name) {
            slot.child.node = Some(built);
        }
        Some(built)
    }

    /// The node of the items of an array.
    pub(crate) fn items(&mut self, node: NodeId) -> Option<NodeId> {
        self.nameless(node, |node| &mut node.items)
    }

    /// The node of a property of a map, whose names are data.
    pub(crate) fn others(&mut self, node: NodeId) -> Option<NodeId> {
        self.nameless(node, |node| &mut node.others)
    }

    /// The types that the items of the array at the root may have.
    pub(crate) fn types_of_items(&self) -> Vec<&str> {
        let items = self.nodes[0]
            .views
            .iter()
            .filter_map(|view| view.get("items"));
        let mut views = Vec::new();
        items.for_each(|items| self.view(items, &mut Vec::new(), &mut views));
        types(&views)
    }

    fn nameless(
        &mut self,
        node: NodeId,
        child: for<'n> fn(&'n mut Node<'d>) -> &'n mut Option<Child<'d>>,
    ) -> Option<NodeId> {
        let found = child(&mut self.nodes[node]).as_ref()?;
        if found.node.is_some() {
            return found.node;
        }
        let schemas = found.schemas.clone();
        let built = self.build(self.nodes[node].name.clone(), &schemas);
        if let Some(child) = child(&mut self.nodes[node]) {
            child.node = Some(built);
        }
        Some(built)
    }

    fn build(&mut self, name: String, schemas: &[&'d Value]) -> NodeId {
        let mut views = Vec::new();
        for schema in schemas {
            self.view(schema, &mut Vec::new(), &mut views);
        }
        let mut properties: HashMap<&'d str, Vec<&'d Value>> = HashMap::new();
        let (mut items, mut others, mut is_open) = (Vec::new(), Vec::new(), false);
        let mut listed: Vec<&'d Value> = Vec::new();
        for view in &views {
            for (property, schema) in members(view.get("properties")) {
                properties.entry(property).or_default().push(schema);
            }
            items.extend(view.get("items"));
            let extra = view.get("additionalProperties");
            is_open |= extra.is_some_and(|extra| *extra != Value::Bool(false));
            others.extend(extra.filter(|extra| extra.is_object()));
            let patterns = members(view.get("patternProperties")).map(|(_, schema)| schema);
            let before = others.len();
            others.extend(patterns);
            is_open |= others.len() > before;
            let values = view.get("enum").and_then(Value::as_array);
            listed.extend(values.into_iter().flatten().chain(view.get("const")));
        }
        let child = |schemas: Vec<&'d Value>| (!schemas.is_empty()).then(|| Child::of(schemas));
        let slot = |(name, schemas)| {
            (
                name,
                Slot {
                    child: Child::of(schemas),
                    absent: 0,
                },
            )
        };
        let number = number_rule(&views);
        self.nodes.push(Node {
            name,
            is_open: is_open || properties.is_empty(),
            slots: properties.into_iter().map(slot).collect(),
            items: child(items),
            others: child(others),
            number,
            leaf: OnceCell::new(),
            seen: 0,
            listed: listed.into_iter().map(|value| (value, 0)).collect(),
            broken: HashMap::new(),
            views,
        });
        self.nodes.len() - 1
    }

    /// Adds a schema and everything that it refers to or is made of.
    fn view(
        &self,
        schema: &'d Value,
        passed: &mut Vec<&'d str>,
        views: &mut Vec<&'d Map<String, Value>>,
    ) {
        let Some(object) = schema.as_object() else {
            return;
        };
        views.push(object);
        let reference = object.get("$ref").and_then(Value::as_str);
        if let Some(reference) = reference.filter(|it| !passed.contains(it))
            && passed.len() < LONGEST
            && let Some(target) = target(self.root, reference)
        {
            passed.push(reference);
            self.view(target, passed, views);
            passed.pop();
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for branch in object
                .get(keyword)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                self.view(branch, passed, views);
            }
        }
        for keyword in ["then", "else"] {
            if let Some(branch) = object.get(keyword) {
                self.view(branch, passed, views);
            }
        }
    }
}

impl Node<'_> {
    /// The types that it may have, as JSON Schema calls them; none if any.
    pub(crate) fn types(&self) -> Vec<&str> {
        types(&self.views)
    }
}

fn types<'v>(views: &[&'v Map<String, Value>]) -> Vec<&'v str> {
    let said = views.iter().filter_map(|view| view.get("type"));
    let each = said.flat_map(|ty| match ty {
        Value::Array(types) => types.iter().collect(),
        one => vec![one],
    });
    each.filter_map(Value::as_str).collect()
}

/// What a local reference points to (RFC 6901, in a fragment).
pub(crate) fn target<'d>(root: &'d Value, reference: &str) -> Option<&'d Value> {
    let pointer = reference.strip_prefix('#')?;
    let pointer = percent_encoding::percent_decode_str(pointer)
        .decode_utf8()
        .ok()?;
    root.pointer(&pointer)
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let members = value.and_then(Value::as_object);
    let members = members.into_iter().flatten();
    members.map(|(name, value)| (name.as_str(), value))
}

fn number_rule(views: &[&Map<String, Value>]) -> Option<NumberRule> {
    let texts = |keyword| {
        views
            .iter()
            .filter_map(move |view| view.get(keyword)?.as_str())
    };
    let precision = texts("x-precision").find_map(|said| {
        let (digits, decimals) = said.split_once(',').unwrap_or((said, "0"));
        Some((digits.trim().parse().ok()?, decimals.trim().parse().ok()?))
    });
    let bits = texts("format").find_map(|format| match format {
        "int8" => Some(8),
        "int16" => Some(16),
        "int32" => Some(32),
        "int64" => Some(64),
        _ => None,
    });
    let rule = NumberRule { precision, bits };
    (rule != NumberRule::default()).then_some(rule)
}
