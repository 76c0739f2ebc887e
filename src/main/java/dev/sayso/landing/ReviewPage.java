package dev.sayso.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import dev.sayso.landing.Finding.Weight;
import dev.sayso.shared.Channel;

/**
 * Reads a page as a careful colleague would before it is published.
 */
final class ReviewPage {

	private final PageKind kind;

	private final PageContent content;

	private final List<Finding> findings = new ArrayList<>();

	private ReviewPage(PageKind kind, PageContent content) {
		this.kind = kind;
		this.content = content;
	}

	/**
	 * What there is to fix, to consider and to know, in this order.
	 * @param inUse the channels in use
	 */
	static List<Finding> of(PageKind kind, PageContent content, List<Channel> inUse, Instant now) {
		ReviewPage review = new ReviewPage(kind, content);
		content.languages().forEach(review::words);
		review.boxes(inUse);
		review.sender();
		review.behaviour(now);
		review.findings.sort(Comparator.comparing(Finding::weight));
		return List.copyOf(review.findings);
	}

	private void words(String tag) {
		PageTexts texts = this.content.texts().getOrDefault(tag, PageTexts.NONE);
		missing(texts.title(), Weight.FIX, "title", tag);
		missing(texts.button(), Weight.FIX, "button", tag);
		missing(texts.intro(), Weight.CONSIDER, "intro", tag);
		missing(texts.resultTitle(), Weight.CONSIDER, "resultTitle", tag);
		missing(texts.privacyNotice(), Weight.CONSIDER, "privacyNotice", tag);
		if (this.content.behaviour().redirect().isEmpty()) {
			missing(texts.inactive(), Weight.CONSIDER, "inactive", tag);
		}
		if (this.kind == PageKind.ACQUISITION) {
			missing(texts.legend(), Weight.CONSIDER, "legend", tag);
			this.content.boxes().forEach((box) -> label(texts, box, tag));
		}
	}

	private void label(PageTexts texts, PageBox box, String tag) {
		BoxText text = texts.box(box.about());
		if (text.label().isBlank()) {
			this.findings.add(new Finding(Weight.FIX, "label", "label." + box.about() + "." + tag, tag, box.about()));
		}
		if (text.help().isBlank() && elsewhere((other) -> other.box(box.about()).help())) {
			this.findings
				.add(new Finding(Weight.CONSIDER, "help", "help." + box.about() + "." + tag, tag, box.about()));
		}
	}

	private void missing(String text, Weight weight, String part, String tag) {
		if (text.isBlank()) {
			this.findings.add(new Finding(weight, part, part + "." + tag, tag, null));
		}
	}

	private boolean elsewhere(Function<PageTexts, String> part) {
		return this.content.texts().values().stream().anyMatch((texts) -> !part.apply(texts).isBlank());
	}

	private void boxes(List<Channel> inUse) {
		if (this.kind == PageKind.DENYLIST) {
			return;
		}
		if (this.content.boxes().isEmpty()) {
			this.findings.add(Finding.of(Weight.FIX, "boxes", "boxes"));
		}
		else if (!this.content.writesNo()) {
			this.findings.add(Finding.of(Weight.CONSIDER, "no-way-out", "boxes"));
		}
		this.content.boxes()
			.stream()
			.filter((box) -> Channel.of(box.about()).filter((channel) -> !inUse.contains(channel)).isPresent())
			.forEach(
					(box) -> this.findings.add(new Finding(Weight.CONSIDER, "not-in-use", "boxes", null, box.about())));
		if (this.content.fields().stream().noneMatch((field) -> field.name().matches("email|mobile"))) {
			this.findings.add(Finding.of(Weight.NOTE, "address", "field.email"));
		}
	}

	private void sender() {
		PageContact contact = this.content.contact();
		if (contact.organisation().isBlank()) {
			this.findings.add(Finding.of(Weight.FIX, "organisation", "organisation"));
		}
		if (!contact.reachable()) {
			this.findings.add(Finding.of(Weight.FIX, "contact", "address"));
		}
		if (Contrast.of(Contrast.rgb(this.content.colour()), Theme.WHITE) < Contrast.ENOUGH) {
			this.findings.add(Finding.of(Weight.CONSIDER, "colour", "colour"));
		}
	}

	private void behaviour(Instant now) {
		Instant closes = this.content.behaviour().closesAt();
		if (closes != null && !closes.isAfter(now)) {
			this.findings.add(Finding.of(Weight.FIX, "past", "to"));
		}
		if (this.kind == PageKind.DENYLIST && !this.content.behaviour().askFirst()) {
			this.findings.add(Finding.of(Weight.NOTE, "automatic", "askFirst"));
		}
	}

}
