package dev.sayso.landing;

import java.util.List;
import java.util.Locale;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns what marketers write into HTML that can do no harm: HTML in it is shown as text,
 * links lead to the web or to a mailbox, pictures stay out.
 */
final class Markdown {

	private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(30).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new Links())
		.build();

	private Markdown() {
	}

	static String html(String text) {
		Node document = PARSER.parse(text);
		document.accept(new PicturesOut());
		return RENDERER.render(document);
	}

	/** Leaves of a picture what it says in words. */
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

	/** Lets through what a page may link to. */
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
