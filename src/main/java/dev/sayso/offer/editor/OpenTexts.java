package dev.sayso.offer.editor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.editor.OfferEditorView.Name;
import dev.sayso.offer.editor.OfferEditorView.Names;
import dev.sayso.offer.editor.OpenText.Read;
import dev.sayso.offer.editor.OpenText.Source;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.TagFallbacks;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.store.UploadedImages;

/**
 * Opens one text of an offer: with what it may read and reads, and with the others that
 * may be copied to it.
 */
@Component
class OpenTexts {

	private static final int QUICK = 3;

	/** So many placements there are at most where a text is offered to all of them. */
	private static final int FEW = 6;

	/** How much is told of what a stranger reads. */
	private static final int BEGINNING = 140;

	private static final Set<ContentType> SHOWING = Set.of(ContentType.HTML, ContentType.IMAGE_LINK,
			ContentType.FIELDS);

	private static final List<String> MOST_USED = List.of("{{profile.firstName}}", "{{profile.city}}");

	private final Personalization personalization;

	private final OfferPreview preview;

	private final CatalogueLabels labels;

	private final UploadedImages images;

	OpenTexts(Personalization personalization, OfferPreview preview, CatalogueLabels labels, UploadedImages images) {
		this.personalization = personalization;
		this.preview = preview;
		this.labels = labels;
		this.images = images;
	}

	@Nullable OpenText create(OfferEdit edit, OfferContent content, List<Placement> placements) {
		OfferForm form = edit.form();
		int at = form.open();
		if (at < 0) {
			return null;
		}
		OfferFormText text = form.texts().get(at);
		Map<String, Placement> bySlug = placements.stream()
			.collect(Collectors.toMap(Placement::slug, (placement) -> placement));
		ContentType type = type(text, bySlug);
		ContentLayout layout = (type == ContentType.FIELDS) ? bySlug.get(text.placement()).layout()
				: ContentLayout.NONE;
		List<Names> names = this.personalization.names(edit.isFallback(), content);
		List<Name> all = names.stream().flatMap((group) -> group.names().stream()).toList();
		List<Read> reads = reads(text);
		return new OpenText(text.place(), this.labels.placement(text.placement()), this.labels.place(text.place()),
				type.key(), text.language(), at, new FilledFields(layout, text.fields()), quick(all), names, all.size(),
				(SHOWING.contains(type) && (type != ContentType.FIELDS
						|| layout.fields().stream().anyMatch((field) -> field.filledWith().isImage())))
								? this.images.newest(OfferImagesController.SHOWN) : null,
				reads, reads.isEmpty() ? null : stranger(form, content), sources(text, form, type, bySlug),
				targets(text, form, type, bySlug));
	}

	private static ContentType type(OfferFormText text, Map<String, Placement> placements) {
		Placement placement = placements.get(text.placement());
		return (placement != null) ? placement.type() : ContentType.TEXT;
	}

	/** Those that most texts read, and the first that is this deployment's own. */
	private static List<Name> quick(List<Name> all) {
		Stream<Name> usual = all.stream().filter((name) -> MOST_USED.contains(name.written()));
		Stream<Name> own = all.stream().filter((name) -> name.written().startsWith("{{profile.attributes."));
		List<Name> quick = Stream.concat(usual, own).limit(QUICK).toList();
		return quick.isEmpty() ? all.stream().filter((name) -> name.written().equals("{{offer.name}}")).toList()
				: quick;
	}

	private List<Read> reads(OfferFormText text) {
		return TagFallbacks.of(text.written())
			.entrySet()
			.stream()
			.flatMap((read) -> this.personalization.label(read.getKey())
				.map((label) -> new Read(read.getKey(), label, read.getValue()))
				.stream())
			.toList();
	}

	private @Nullable String stranger(OfferForm form, OfferContent content) {
		OfferPreview.Rendered rendered = this.preview.render(form.name(), content, form.shown(), "");
		String words = rendered.content().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
		if (ContentType.of(rendered.type()).filter(ContentType::isMarkup).isPresent()) {
			words = HtmlUtils.htmlUnescape(words);
		}
		return (rendered.faults().isEmpty() && !words.isEmpty()) ? TextNormalizer.shorten(words, BEGINNING) : null;
	}

	/** The other languages of its placement, and its language on other placements. */
	private List<Source> sources(OfferFormText text, OfferForm form, ContentType type, Map<String, Placement> bySlug) {
		return form.texts()
			.stream()
			.filter((other) -> !other.isBlank() && !other.place().equals(text.place()))
			.filter((other) -> other.placement().equals(text.placement())
					|| (other.tag().equals(text.tag()) && type(other, bySlug) == type))
			.map((other) -> new Source(other.place(), this.labels.place(other.place())))
			.limit(12)
			.toList();
	}

	/** Where the offer speaks, but not in this language yet. */
	private static String targets(OfferFormText text, OfferForm form, ContentType type, Map<String, Placement> bySlug) {
		Set<String> written = form.texts()
			.stream()
			.filter((other) -> !other.isBlank())
			.map(OfferFormText::place)
			.collect(Collectors.toSet());
		Set<String> placements = form.texts()
			.stream()
			.map(OfferFormText::placement)
			.collect(Collectors.toCollection(TreeSet::new));
		if (text.isBlank()) {
			return "";
		}
		return bySlug.values()
			.stream()
			.filter((placement) -> placement.type() == type && !placement.isArchived())
			.filter((placement) -> placements.contains(placement.slug()) || bySlug.size() <= FEW)
			.map((placement) -> placement.slug() + "." + text.tag())
			.filter((place) -> !written.contains(place))
			.sorted()
			.collect(Collectors.joining(","));
	}

}
