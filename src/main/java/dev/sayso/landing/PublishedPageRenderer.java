package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PublishedPage.Brand;

/**
 * Renders a page's content as its readers see it, with its texts already written as HTML.
 */
public final class PublishedPageRenderer {

	private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(30).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new Links())
		.build();

	private PublishedPageRenderer() {
	}

	public static PublishedPage draft(LandingPage page, PageContent content) {
		return of(page, content, page.name(), 0);
	}

	static PublishedPage of(LandingPage page, PageContent content, String name, int version) {
		Map<String, PageWording> wordings = new LinkedHashMap<>();
		content.languages().forEach((tag) -> wordings.put(tag, wording(content, tag)));
		if (wordings.isEmpty()) {
			wordings.put(content.language(), wording(content, content.language()));
		}
		List<String> required = content.fields().stream().filter(PageField::required).map(PageField::name).toList();
		PageBehaviour behaviour = content.behaviour();
		return new PublishedPage(page.id(), page.number(), page.slug(), name, page.kind() == PageKind.DENYLIST, version,
				false, behaviour.askFirst(), !behaviour.refusesKnown(), boxes(page, content),
				content.fields().stream().map(PageField::name).toList(), required, wordings,
				new Brand(content.logo().isBlank() ? content.contact().organisation() : content.logo(),
						content.colour().matches("#[0-9a-fA-F]{6}") ? content.colour() : null),
				behaviour.redirect().isBlank() ? null : behaviour.redirect(), null);
	}

	private static Map<Purpose, BoxMeaning> boxes(LandingPage page, PageContent content) {
		return (page.kind() == PageKind.DENYLIST) ? Map.of()
				: content.boxes()
					.stream()
					.filter(PageBox::fits)
					.collect(Collectors.toMap((box) -> box.purpose().orElseThrow(), PageBox::meaning,
							(first, second) -> first, LinkedHashMap::new));
	}

	private static PageWording wording(PageContent content, String tag) {
		PageTexts texts = content.in(tag);
		Map<Purpose, BoxText> labels = new LinkedHashMap<>();
		content.boxes()
			.forEach((box) -> box.purpose().ifPresent((purpose) -> labels.put(purpose, texts.box(box.about()))));
		return new PageWording(tag, texts.title(), text(texts.intro()),
				text(texts.visitorIntro().isBlank() ? UntickedPromise.without(texts.intro()) : texts.visitorIntro()),
				texts.legend(), labels, texts.button(), texts.resultTitle(), html(texts.resultText()),
				html(texts.inactive()), content.contact().sender(texts.privacyNotice()));
	}

	private static PageWording.Text text(String markdown) {
		return new PageWording.Text(markdown, html(markdown));
	}

	/**
	 * Turns the Markdown of a marketer into HTML that can do no harm: HTML in it is shown
	 * as text, links lead to the web or to a mailbox, pictures stay out.
	 */
	static String html(String markdown) {
		if (markdown.isBlank()) {
			return "";
		}
		Node document = PARSER.parse(markdown);
		document.accept(new PicturesOut());
		return RENDERER.render(document);
	}

	private static final class PicturesOut extends AbstractVisitor {

		@Override
		public void visit(Image image) {
			visitChildren(image);
			for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
				image.insertBefore(child);
			}
			image.unlink();
		}

	}

	private static final class Links implements UrlSanitizer {

		private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

		@Override
		public String sanitizeLinkUrl(String url) {
			String plain = url.strip().toLowerCase(Locale.ROOT);
			return SCHEMES.stream().anyMatch(plain::startsWith) ? url.strip() : "";
		}

		@Override
		public String sanitizeImageUrl(String url) {
			return "";
		}

	}

}
