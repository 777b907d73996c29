"""What the rules about data that do not fit a model's inputs share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Fix, Label
from keras_lint.layers.arguments import Opaque
from keras_lint.model import SemanticModel
from keras_lint.rules.data_formats import reader_of_channels_first
from keras_lint.rules.feeds import Feed, Misfit, counts_samples, feeds, misfit
from keras_lint.rules.places import chain_notes, overlap, short, unique
from keras_lint.rules.rule import Rule
from keras_lint.shapes import surely_equal
from keras_lint.source import Span

TRAINING = ("fit", "fit_generator", "train_on_batch")


class WrongInput(Rule):
    """A rule about one kind of misfit between an array and a declared input."""

    explains = 85

    @abstractmethod
    def is_mine(self, found: Misfit) -> bool:
        """Tell whether a misfit is of the kind that this rule explains."""

    @abstractmethod
    def finding(self, model: SemanticModel, found: Misfit) -> Diagnostic:
        """Make the finding about an array that does not fit."""

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Give one finding for each input of each model."""
        told: set[tuple[int, Span | None, object]] = set()  # samples differ, sizes do not
        for feed in feeds(model):
            if feed.part != "x":
                continue
            found = misfit(model, feed)
            if found is None or not self.is_mine(found):
                continue
            key = (feed.graph.identity, feed.given.span, feed.spec.shape.known[1:])
            if key not in told:
                told.add(key)
                yield self.finding(model, found)

    def about(
        self,
        model: SemanticModel,
        found: Misfit,
        message: str,
        helps: tuple[str, ...],
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """Make a finding where the shape is declared, or where the data stand."""
        return misfit_finding(self, model, found, message, helps, fixes=fixes)


def misfit_finding(
    rule: Rule,
    model: SemanticModel,
    found: Misfit,
    message: str,
    helps: tuple[str, ...],
    notes: tuple[str, ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> Diagnostic:
    """Make a finding where the shape is declared, or where the data stand."""
    feed = found.feed
    span = guilty_place(model, found)
    reader = reader_of_channels_first(model, feed.graph, feed.given)
    labels = []
    declared = feed.given.argument or feed.given.span
    if declared is not None:
        labels.append(Label(declared, f"the model takes {feed.given.spec.shape}"))
    labels.append(Label(feed.place, f"the data are {feed.spec.shape}"))
    origin = feed.spec.origin
    if origin is not None:
        labels.append(Label(origin, f"made here: {feed.spec.shape}"))
    if found.call is not None:
        layer = short(found.call.class_name)
        labels.append(Label(found.call.span, f"this `{layer}` was built for another size"))
    return rule.diagnostic(
        span,
        message,
        labels=unique(
            one
            for one in labels
            if one.span.path == model.source.path and not overlap(one.span, span)
        ),
        notes=(
            *notes,
            f"Keras builds this model and raises in `{feed.data.kind}`",
            *chain_notes(model.source, span, feed.data.chain),
        ),
        helps=helps,
        fixes=fixes,
        cause=None if reader is None else reader.index,
    )


def guilty_place(model: SemanticModel, found: Misfit) -> Span:
    """Give the place to change: the declared shape, or the data where other data fit it."""
    feed = found.feed
    loader = _loader_of_default_size(model, found)
    if loader is not None:
        return loader
    declared = feed.given.argument or feed.given.span
    if counts_samples(feed):
        places = (feed.given.argument, feed.given.span)
        return next((one for one in places if one and one.path == model.source.path), feed.place)
    if declared is None or declared.path != model.source.path or not declares(feed):
        return feed.place
    if feed.data.kind not in TRAINING or feed.part != "x" or _is_one_sample(feed):
        return feed.place
    for other in feeds(model):
        same = other.graph.identity == feed.graph.identity and other.given.span == feed.given.span
        trained = same and other.data.kind in TRAINING
        if trained and other.spec.shape.is_fully_known and misfit(model, other) is None:
            return feed.place
    return declared


def _is_one_sample(feed: Feed) -> bool:
    """Tell whether the data have the declared shape and lack the batch axis alone."""
    declared, given = feed.given.spec.shape.known[1:], feed.spec.shape.known
    return len(declared) == len(given) and all(
        surely_equal(one, other) for one, other in zip(declared, given, strict=True)
    )


def _loader_of_default_size(model: SemanticModel, found: Misfit) -> Span | None:
    """Give the call that reads a folder of images and leaves their size to its default."""
    feed = found.feed
    data, origin = feed.data.arguments.get("x"), feed.spec.origin
    if feed.part != "x" or found.axis not in (1, 2) or origin is None or not declares(feed):
        return None
    if not isinstance(data, Opaque) or not data.name.endswith("_from_directory"):
        return None
    if origin.path != model.source.path:
        return None
    text = model.source.slice(origin)
    explicit = any(word in text for word in ("image_size", "target_size", "**"))
    return None if explicit or "(" not in text else origin


def declares(feed: Feed) -> bool:
    """Tell whether the code declares the input, rather than some data giving it its shape."""
    return feed.given.explicit or feed.given.argument is not None
