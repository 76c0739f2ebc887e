package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PublishedPage.Brand;
import dev.sayso.landing.theme.ThemeStyle;

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

	private static final PageWording.Text NO_TEXT = new PageWording.Text("", "");

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
		PageBehaviour behaviour = content.behaviour();
		return new PublishedPage(page.id(), page.number(), page.slug(), name, page.kind(), version, false,
				behaviour.askFirst(), !behaviour.refusesKnown(), behaviour.service(),
				PageBlocks.of(page.kind(), content.blocks()), content.constants(), wordings, brand(content),
				behaviour.redirect().isBlank() ? null : behaviour.redirect(), null, behaviour.mails(),
				behaviour.thankYou());
	}

	private static Brand brand(PageContent content) {
		ThemeStyle own = content.colour().matches("#[0-9a-fA-F]{6}") ? ThemeStyle.of(content.colour()) : null;
		return new Brand(content.logo().isBlank() ? content.contact().organisation() : content.logo(),
				(content.look().style() != null) ? content.look().style() : own, content.look().logo());
	}

	private static PageWording wording(PageContent content, String tag) {
		PageTexts texts = content.in(tag);
		Map<String, PageWording.Words> blocks = new LinkedHashMap<>();
		Map<Purpose, BlockText> boxes = new LinkedHashMap<>();
		content.blocks().forEach((block) -> {
			BlockText words = block.in(tag, content.language());
			blocks.put(block.id(), words(block, words));
			block.purpose().ifPresent((purpose) -> boxes.putIfAbsent(purpose, words));
		});
		String button = content.blocks(PageBlock.Type.BUTTON)
			.stream()
			.findFirst()
			.map((block) -> block.in(tag, content.language()).label())
			.orElse("");
		return new PageWording(tag, texts.title(), blocks, boxes, button, texts.resultTitle(), html(texts.resultText()),
				html(texts.inactive()), content.contact().sender(texts.privacyNotice()));
	}

	/**
	 * What a text for everybody promises of boxes left unticked, visitors do not read.
	 */
	private static PageWording.Words words(PageBlock block, BlockText words) {
		return switch (block.type()) {
			case TEXT ->
				new PageWording.Words(words, text(words.label()), text((block.readers() == PageBlock.Readers.EVERYBODY)
						? UntickedPromise.without(words.label()) : words.label()));
			case AGREEMENT -> new PageWording.Words(words, text(words.label()), text(words.label()));
			default -> new PageWording.Words(words, NO_TEXT, NO_TEXT);
		};
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
