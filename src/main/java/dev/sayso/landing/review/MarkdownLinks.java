package dev.sayso.landing.review;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/**
 * The links in a text, and whether they can lead anywhere. Nobody follows them: an
 * address out of a draft is none that a server should call.
 */
final class MarkdownLinks {

	private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(30).build();

	private MarkdownLinks() {
	}

	static List<String> of(String markdown) {
		List<String> links = new ArrayList<>();
		if (!markdown.isBlank()) {
			PARSER.parse(markdown).accept(new AbstractVisitor() {
				@Override
				public void visit(Link link) {
					links.add(link.getDestination());
					visitChildren(link);
				}
			});
		}
		return links;
	}

	/** Whether it is an address on the web, with a host that has a name, or a mailbox. */
	static boolean isWhole(String link) {
		try {
			URI address = new URI(link.strip());
			String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
			if (scheme.equals("mailto")) {
				return String.valueOf(address.getSchemeSpecificPart()).matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
			}
			return scheme.matches("https?") && address.getHost() != null
					&& address.getHost().matches("localhost|[^.]+(\\.[^.]+)+");
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
