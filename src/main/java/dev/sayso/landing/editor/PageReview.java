package dev.sayso.landing.editor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.landing.UntickedPromise;
import dev.sayso.landing.editor.PageFinding.Weight;
import dev.sayso.landing.theme.ThemeStyle;
import dev.sayso.shared.Channel;

/**
 * Reads a page as a careful colleague would before it is published.
 */
final class PageReview {

	private final PageKind kind;

	private final PageContent whole;

	private final PlainPage content;

	private final List<PageFinding> findings = new ArrayList<>();

	private PageReview(PageKind kind, PageContent content) {
		this.kind = kind;
		this.whole = content;
		this.content = PlainPage.of(content);
	}

	/**
	 * What there is to fix, to consider and to know, in this order.
	 * @param inUse the channels in use
	 */
	static List<PageFinding> of(PageKind kind, PageContent content, List<Channel> inUse, Instant now) {
		PageReview review = new PageReview(kind, content);
		content.languages().forEach(review::words);
		review.boxes(inUse);
		review.sender();
		review.behaviour(now);
		review.findings.sort(Comparator.comparing(PageFinding::weight));
		return List.copyOf(review.findings);
	}

	private void words(String tag) {
		PlainTexts texts = this.content.texts().getOrDefault(tag, PlainTexts.NONE);
		missing(texts.title(), Weight.FIX, "title", tag);
		missing(texts.button(), Weight.FIX, "button", tag);
		missing(texts.intro(), Weight.CONSIDER, "intro", tag);
		missing(texts.resultTitle(), Weight.CONSIDER, "resultTitle", tag);
		missing(texts.privacyNotice(), Weight.CONSIDER, "privacyNotice", tag);
		if (this.content.behaviour().redirect().isEmpty()) {
			missing(texts.inactive(), Weight.CONSIDER, "inactive", tag);
		}
		if (this.kind == PageKind.ACQUISITION) {
			promises(texts, tag);
			missing(texts.legend(), Weight.CONSIDER, "legend", tag);
			this.content.boxes().forEach((box) -> label(texts, box, tag));
		}
	}

	private void label(PlainTexts texts, PageBox box, String tag) {
		BlockText text = texts.box(box.about());
		if (text.label().isBlank()) {
			this.findings
				.add(new PageFinding(Weight.FIX, "label", "label." + box.about() + "." + tag, tag, box.about()));
		}
		if (text.help().isBlank() && elsewhere((other) -> other.box(box.about()).help())) {
			this.findings
				.add(new PageFinding(Weight.CONSIDER, "help", "help." + box.about() + "." + tag, tag, box.about()));
		}
	}

	/**
	 * What visitors nobody identified read must hold for them: a box that they leave
	 * changes nothing.
	 */
	private void promises(PlainTexts texts, String tag) {
		Map<String, String> read = new LinkedHashMap<>();
		read.put("title", texts.title());
		read.put(texts.visitorIntro().isBlank() ? "intro" : "visitorIntro",
				texts.visitorIntro().isBlank() ? texts.intro() : texts.visitorIntro());
		read.put("legend", texts.legend());
		this.content.boxes().forEach((box) -> {
			read.put("label." + box.about(), texts.box(box.about()).label());
			read.put("help." + box.about(), texts.box(box.about()).help());
		});
		read.put("button", texts.button());
		read.put("resultText", texts.resultText());
		read.forEach((part, text) -> {
			if (UntickedPromise.isIn(text)) {
				this.findings.add(new PageFinding(Weight.FIX, "promise", part + "." + tag, tag, null));
			}
		});
	}

	private void missing(String text, Weight weight, String part, String tag) {
		if (text.isBlank()) {
			this.findings.add(new PageFinding(weight, part, part + "." + tag, tag, null));
		}
	}

	private boolean elsewhere(Function<PlainTexts, String> part) {
		return this.content.texts().values().stream().anyMatch((texts) -> !part.apply(texts).isBlank());
	}

	private void boxes(List<Channel> inUse) {
		if (this.kind == PageKind.DENYLIST) {
			return;
		}
		if (this.whole.blocks().stream().noneMatch((block) -> block.type().isCheckbox())) {
			this.findings.add(PageFinding.of(Weight.FIX, "boxes", "boxes"));
		}
		else if (!this.whole.writesNo()) {
			this.findings.add(PageFinding.of(Weight.CONSIDER, "no-way-out", "boxes"));
		}
		this.content.boxes()
			.stream()
			.filter((box) -> Channel.of(box.about()).filter((channel) -> !inUse.contains(channel)).isPresent())
			.forEach((box) -> this.findings
				.add(new PageFinding(Weight.CONSIDER, "not-in-use", "boxes", null, box.about())));
		if (this.content.fields().stream().noneMatch((field) -> field.name().matches("email|mobile"))) {
			this.findings.add(PageFinding.of(Weight.NOTE, "address", "field.email"));
		}
	}

	private void sender() {
		PageContact contact = this.content.contact();
		if (contact.organisation().isBlank()) {
			this.findings.add(PageFinding.of(Weight.FIX, "organisation", "organisation"));
		}
		if (!contact.reachable()) {
			this.findings.add(PageFinding.of(Weight.FIX, "contact", "address"));
		}
		if (!ThemeStyle.of(this.content.colour()).isAccentReadable()) {
			this.findings.add(PageFinding.of(Weight.CONSIDER, "colour", "colour"));
		}
	}

	private void behaviour(Instant now) {
		Instant closes = this.content.behaviour().closesAt();
		if (closes != null && !closes.isAfter(now)) {
			this.findings.add(PageFinding.of(Weight.FIX, "past", "to"));
		}
		if (this.kind == PageKind.DENYLIST && !this.content.behaviour().askFirst()) {
			this.findings.add(PageFinding.of(Weight.NOTE, "automatic", "askFirst"));
		}
	}

}
