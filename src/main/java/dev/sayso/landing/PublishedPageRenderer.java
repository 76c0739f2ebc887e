package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PublishedPage.Brand;

/**
 * Makes of a page's content what its readers meet, with its texts already written as
 * HTML.
 */
public final class PublishedPageRenderer {

	private PublishedPageRenderer() {
	}

	static PublishedPage version(LandingPage page, PageVersion version) {
		return of(page, version.content(), version.name(), version.number());
	}

	/**
	 * What readers would meet if the draft were published.
	 */
	public static PublishedPage draft(LandingPage page, PageContent content) {
		return of(page, content, page.name(), 0);
	}

	private static PublishedPage of(LandingPage page, PageContent content, String name, int version) {
		Map<String, PageWording> wordings = new LinkedHashMap<>();
		content.languages().forEach((tag) -> wordings.put(tag, wording(content, tag)));
		if (wordings.isEmpty()) {
			wordings.put(content.language(), wording(content, content.language()));
		}
		List<String> required = content.fields().stream().filter(PageField::required).map(PageField::name).toList();
		PageBehaviour behaviour = content.behaviour();
		return new PublishedPage(page.id(), page.number(), page.slug(), name, page.kind() == PageKind.DENYLIST, version,
				PublishedPage.State.OPEN, behaviour.askFirst(), !behaviour.refusesKnown(), boxes(page, content),
				content.fields().stream().map(PageField::name).toList(), required, wordings,
				new Brand(brandName(content), content.colour().matches("#[0-9a-fA-F]{6}") ? content.colour() : null),
				behaviour.redirect().isBlank() ? null : behaviour.redirect());
	}

	private static Map<Purpose, BoxMeaning> boxes(LandingPage page, PageContent content) {
		return (page.kind() == PageKind.DENYLIST) ? Map.of()
				: content.boxes()
					.stream()
					.filter(PageBox::fits)
					.collect(Collectors.toMap((box) -> box.purpose().orElseThrow(), PageBox::meaning,
							(one, other) -> one, LinkedHashMap::new));
	}

	private static PageWording wording(PageContent content, String tag) {
		PageTexts texts = content.in(tag);
		Map<Purpose, BoxText> labels = new LinkedHashMap<>();
		content.boxes().forEach((box) -> box.purpose().ifPresent((purpose) -> {
			labels.put(purpose, texts.box(box.about()));
		}));
		return new PageWording(tag, texts.title(), texts.intro(), html(texts.intro()), texts.legend(), labels,
				texts.button(), texts.resultTitle(), html(texts.resultText()), html(texts.inactive()),
				content.contact().shown(texts.privacyNotice()));
	}

	private static String brandName(PageContent content) {
		return content.logo().isBlank() ? content.contact().organisation() : content.logo();
	}

	private static String html(String markdown) {
		return markdown.isBlank() ? "" : Markdown.html(markdown);
	}

}
