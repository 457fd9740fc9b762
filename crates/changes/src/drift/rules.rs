//! The rules: what each change means to those who send a request and to those who read a response.

use serde::Serialize;

use super::{Class, Kind, Rule};

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $event:ident => $kind:ident,
        request: $request:ident $sent:literal,
        response: $response:ident $read:literal;)+) => {
        /// What happened to an element, or to what is said of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Event {
            $($(#[doc = $doc])+ $event,)+
        }

        impl Event {
            /// Every event, in the order of the rules.
            pub const ALL: &[Self] = &[$(Self::$event,)+];

            /// What sort of change it is.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$event => Kind::$kind,)+
                }
            }
        }

        /// What an event means.
        #[must_use]
        pub const fn rule(event: Event) -> Rule {
            match event {
                $(Event::$event => Rule {
                    request: (Class::$request, $sent),
                    response: (Class::$response, $read),
                },)+
            }
        }
    };
}

rules! {
    /// An operation is there.
    OperationAdded => Added,
        request: Compatible "nobody calls it yet",
        response: Compatible "nobody calls it yet";
    /// An operation is gone.
    OperationRemoved => Removed,
        request: Breaking "callers call what is no longer there",
        response: Breaking "callers call what is no longer there";
    /// A status is there.
    StatusAdded => Added,
        request: Compatible "a client treats an unknown status as its class (RFC 9110, section 15)",
        response: Compatible "a client treats an unknown status as its class (RFC 9110, section 15)";
    /// A status of success is gone.
    SuccessRemoved => Removed,
        request: Breaking "callers wait for an answer that does not come",
        response: Breaking "callers wait for an answer that does not come";
    /// A status of failure is gone.
    FailureRemoved => Removed,
        request: Compatible "an error that does not come needs no handling",
        response: Compatible "an error that does not come needs no handling";
    /// Something is there that must be.
    RequiredAdded => Added,
        request: Breaking "callers do not send it yet",
        response: Compatible "readers pass over what they do not know";
    /// Something is there, and the page does not say whether it may be absent.
    MaybeRequiredAdded => Added,
        request: Unknown "the page does not say whether it is required",
        response: Compatible "readers pass over what they do not know";
    /// Something is there that may be absent.
    OptionalAdded => Added,
        request: Compatible "callers may leave it out",
        response: Compatible "readers pass over what they do not know";
    /// Something is gone.
    ElementRemoved => Removed,
        request: Breaking "what callers send is refused or has no effect",
        response: Breaking "readers look for what does not come";
    /// A name on the wire is another.
    Renamed => Renamed,
        request: Breaking "callers send the old name",
        response: Breaking "readers look for the old name";
    /// A name that only stands in braces is another.
    PlaceholderRenamed => Renamed,
        request: Compatible "the address on the wire is the same",
        response: Compatible "the address on the wire is the same";
    /// Now it must be there.
    BecameRequired => Retyped,
        request: Breaking "callers may leave it out",
        response: Compatible "readers can count on more";
    /// Now it may be absent.
    BecameOptional => Retyped,
        request: Compatible "callers may go on sending it",
        response: Breaking "readers count on it";
    /// Type, format, pattern or bound allows less.
    Narrowed => Retyped,
        request: Breaking "what callers send may be refused",
        response: Compatible "readers know all that can come";
    /// Type, format, pattern or bound allows more.
    Widened => Retyped,
        request: Compatible "what callers send is still allowed",
        response: Breaking "readers may get what they cannot read";
    /// Type, format, pattern or bound allows something else, or more here and less there.
    Replaced => Retyped,
        request: Breaking "what callers send may be refused",
        response: Breaking "readers may get what they cannot read";
    /// Values of an enum have each other's meanings now.
    MeaningsSwapped => Retyped,
        request: Breaking "the same value asks for something else",
        response: Breaking "the same value means something else";
    /// Values are no longer listed.
    ValueRemoved => Retyped,
        request: Breaking "callers may send a value that is refused",
        response: Compatible "readers know all values that can come";
    /// More values are listed.
    ValueAdded => Retyped,
        request: Compatible "callers need not send it",
        response: Breaking "readers may get a value that they do not know";
    /// It is said what being absent means.
    DefaultAdded => Retyped,
        request: Compatible "nothing else was said before",
        response: Compatible "nothing else was said before";
    /// Being absent means something else, or it is no longer said what.
    DefaultChanged => Retyped,
        request: Breaking "leaving it out means something else",
        response: Breaking "its absence means something else";
    /// Another media type or address can be used.
    ChoiceAdded => Added,
        request: Compatible "the others stay",
        response: Compatible "the others stay";
    /// A media type or address can no longer be used, or there is no body.
    ChoiceRemoved => Removed,
        request: Breaking "callers may use it",
        response: Breaking "readers may have asked for it";
    /// One more error is listed.
    ErrorAdded => Added,
        request: Compatible "the status says how to treat it",
        response: Compatible "the status says how to treat it";
    /// An error is no longer listed.
    ErrorRemoved => Removed,
        request: Compatible "an error that does not come needs no handling",
        response: Compatible "an error that does not come needs no handling";
    /// Errors have another type, code or text.
    ErrorReplaced => Retyped,
        request: Breaking "handling may go by its type, code or text",
        response: Breaking "handling may go by its type, code or text";
    /// The valid values are looked up elsewhere.
    LookupChanged => Retyped,
        request: Compatible "messages stay as they are",
        response: Compatible "messages stay as they are";
    /// A value is made of other fields, or a keyword that has no rule says something else.
    NotJudged => Retyped,
        request: Breaking "no rule knows what it means, so it may break callers",
        response: Breaking "no rule knows what it means, so it may break readers";
    /// An operation has one more tag.
    GroupAdded => Added,
        request: Compatible "generated code has it in one more group",
        response: Compatible "generated code has it in one more group";
    /// An operation lacks a tag.
    GroupRemoved => Removed,
        request: Breaking "generated code no longer has it in the group of that tag",
        response: Breaking "generated code no longer has it in the group of that tag";
    /// A name that is not on the wire is another: an operation id, the name of a component, a name
    /// between braces.
    CodeNameChanged => Renamed,
        request: Breaking "generated code is called by that name",
        response: Breaking "generated code is called by that name";
    /// A component is there.
    ComponentAdded => Added,
        request: Compatible "generated code gains a type",
        response: Compatible "generated code gains a type";
    /// A component is gone.
    ComponentRemoved => Removed,
        request: Breaking "generated code lacks the type",
        response: Breaking "generated code lacks the type";
    /// Its words look like a rule now that nothing reads.
    RuleUnread => Reworded,
        request: Unknown "the words look like a rule that no reader knows; read the line",
        response: Unknown "the words look like a rule that no reader knows; read the line";
    /// Its end is announced.
    Deprecated => Retyped,
        request: Compatible "it still works; find out until when, and what takes its place",
        response: Compatible "it still works; find out until when, and what takes its place";
    /// Its end is no longer announced.
    Reinstated => Retyped,
        request: Compatible "it goes on as it is",
        response: Compatible "it goes on as it is";
    /// An extension that no rule knows is another.
    ExtensionChanged => Reworded,
        request: Wording "tools pass over extensions that they do not know",
        response: Wording "tools pass over extensions that they do not know";
    /// The same servers stand in another order.
    ServersReordered => Retyped,
        request: Breaking "generated code calls the first server unless it is told otherwise",
        response: Breaking "generated code calls the first server unless it is told otherwise";
    /// The same parameters stand in another order.
    ParametersReordered => Retyped,
        request: Breaking "generated code takes its arguments in this order",
        response: Breaking "generated code takes its arguments in this order";
    /// The same stands in another order.
    Reordered => Reworded,
        request: Wording "order states nothing",
        response: Wording "order states nothing";
    /// It was and is allowed to be absent, and that is now said or no longer said.
    AbsenceSaid => Reworded,
        request: Wording "it may be absent either way",
        response: Wording "it may be absent either way";
    /// Title, description or example is another.
    Reworded => Reworded,
        request: Wording "nothing else is sent",
        response: Wording "nothing else comes";
    /// The same is said more or less often.
    Repeated => Reworded,
        request: Wording "the same is said, more or less often",
        response: Wording "the same is said, more or less often";
    /// The same is said in other words: a default that is stated, a reference in place of what it leads
    /// to, a list of one.
    SaidOtherwise => Reworded,
        request: Wording "it says the same",
        response: Wording "it says the same";
    /// The document follows another version of OpenAPI.
    EditionChanged => Retyped,
        request: Breaking "tools that read the old version of OpenAPI may refuse the new one",
        response: Breaking "tools that read the old version of OpenAPI may refuse the new one";
    /// One more shape is allowed.
    BranchAdded => Added,
        request: Compatible "callers need not send it",
        response: Breaking "readers may get a shape that they do not know";
    /// A shape is no longer allowed.
    BranchRemoved => Removed,
        request: Breaking "callers may send a shape that is refused",
        response: Compatible "readers know all shapes that can come";
    /// The property by which shapes are told apart is no longer named.
    DiscriminatorRemoved => Removed,
        request: Compatible "what callers send still is one of the shapes",
        response: Breaking "readers choose a shape by it";
    /// More members than the named ones are allowed.
    Opened => Retyped,
        request: Compatible "what callers send is still allowed",
        response: Compatible "readers pass over what they do not know";
    /// Only the named members are allowed.
    Closed => Retyped,
        request: Breaking "callers may send more than that",
        response: Compatible "readers know all that can come";
    /// It no longer goes this way: read only in a request, write only in a response.
    WayClosed => Retyped,
        request: Breaking "callers may no longer send it",
        response: Breaking "readers look for what does not come";
    /// It goes this way as well now.
    WayOpened => Retyped,
        request: Compatible "callers may leave it out",
        response: Compatible "readers pass over what they do not know";
    /// The same value is written otherwise.
    WrittenOtherwise => Retyped,
        request: Breaking "the same value is written otherwise on the wire",
        response: Breaking "the same value is written otherwise on the wire";
    /// Its end comes earlier than announced.
    EndsEarlier => Retyped,
        request: Breaking "callers have less time than they were told",
        response: Breaking "callers have less time than they were told";
    /// Its end comes later than announced.
    EndsLater => Retyped,
        request: Compatible "callers have more time than they were told",
        response: Compatible "callers have more time than they were told";
    /// Its end is still announced, and no longer for when.
    EndUnsaid => Retyped,
        request: Breaking "nobody says any more until when it works",
        response: Breaking "nobody says any more until when it works";
    /// It is promised to be less stable.
    LessStable => Retyped,
        request: Breaking "what was promised to stay may change",
        response: Breaking "what was promised to stay may change";
    /// It is promised to be more stable.
    MoreStable => Retyped,
        request: Compatible "what is promised grows",
        response: Compatible "what is promised grows";
    /// The API calls back, or offers a webhook.
    CallbackAdded => Added,
        request: Compatible "only those who ask for it are called",
        response: Compatible "only those who ask for it are called";
    /// The API no longer calls back, or no longer offers a webhook.
    CallbackRemoved => Removed,
        request: Breaking "receivers wait for a call that does not come",
        response: Breaking "receivers wait for a call that does not come";
    /// A link is there.
    LinkAdded => Added,
        request: Compatible "nobody follows it yet",
        response: Compatible "nobody follows it yet";
    /// A link is gone, or leads elsewhere.
    LinkLost => Removed,
        request: Breaking "clients may follow it",
        response: Breaking "clients may follow it";
    /// A scope is demanded.
    ScopeDemanded => Retyped,
        request: Breaking "tokens of callers may lack it",
        response: Breaking "tokens of callers may lack it";
    /// A scope is no longer demanded.
    ScopeSpared => Retyped,
        request: Compatible "tokens that have it are still taken",
        response: Compatible "tokens that have it are still taken";
    /// No credentials are demanded any more.
    Unprotected => Removed,
        request: Breaking "generated code no longer sends credentials, and what they protected is open",
        response: Breaking "generated code no longer sends credentials, and what they protected is open";
    /// The other capture ends before it.
    Unseen => Captured,
        request: Capture "the other capture ends before it, so nobody knows; capture the page whole",
        response: Capture "the other capture ends before it, so nobody knows; capture the page whole";
    /// The old capture ends within it, and the new one goes on.
    CutCompleted => Captured,
        request: Capture "as far as the old capture goes, the new one says the same",
        response: Capture "as far as the old capture goes, the new one says the same";
    /// The new capture ends within it, and the old one goes on.
    CutShort => Captured,
        request: Capture "as far as the new capture goes, the old one says the same",
        response: Capture "as far as the new capture goes, the old one says the same";
    /// One capture ends here, and the other one does not.
    CutElsewhere => Captured,
        request: Capture "the captures end in different places, which says nothing about the API",
        response: Capture "the captures end in different places, which says nothing about the API";
}
