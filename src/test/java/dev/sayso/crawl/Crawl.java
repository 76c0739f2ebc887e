package dev.sayso.crawl;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.sayso.crawl.PlainBrowser.Answer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Follows every link of the pages that somebody sees, a few addresses of each kind.
 */
public final class Crawl {

	private final PlainBrowser browser;

	private final UrlPatterns patterns;

	private final int perKind;

	private final Map<String, Integer> seen = new HashMap<>();

	private final Deque<String> waiting = new ArrayDeque<>();

	private final List<Answer> answers = new ArrayList<>();

	private final Map<String, DrawnForm> forms = new LinkedHashMap<>();

	public Crawl(PlainBrowser browser, UrlPatterns patterns, int perKind) {
		this.browser = browser;
		this.patterns = patterns;
		this.perKind = perKind;
	}

	/**
	 * Reads all of these addresses, and what can be reached from them.
	 */
	public Crawl from(String... addresses) {
		List.of(addresses).forEach((address) -> {
			this.seen.merge(kind(address), 1, Integer::sum);
			this.waiting.add(address);
		});
		while (!this.waiting.isEmpty()) {
			visit(this.waiting.remove());
		}
		return this;
	}

	/**
	 * Everything that was answered.
	 */
	public List<Answer> answers() {
		return this.answers;
	}

	/**
	 * The forms that change something, one of each kind, by what they are.
	 */
	public Map<String, DrawnForm> forms() {
		return this.forms;
	}

	private void visit(String address) {
		Answer answer = this.browser.open(address);
		this.answers.add(answer);
		if (!answer.location().isEmpty()) {
			meet(answer.location());
		}
		if (!answer.isPage()) {
			return;
		}
		Document page = answer.page();
		page.select("a[href], link[href^=/p/], [data-hx-get], iframe[src]")
			.forEach((element) -> follow(address, element));
		for (DrawnForm form : DrawnForm.of(address, page)) {
			if (form.method().equals("GET")) {
				meet(form.target());
			}
			else {
				this.forms.putIfAbsent(this.patterns.kind(form), form);
			}
		}
	}

	private void follow(String address, Element element) {
		for (String attribute : List.of("href", "data-hx-get", "src")) {
			String link = element.attr(attribute);
			if (!link.isEmpty() && !link.matches("(?i)(mailto|tel|data|https?):.*")) {
				meet(DrawnForm.resolve(address, link));
			}
		}
	}

	private void meet(String address) {
		if (this.seen.merge(kind(address), 1, Integer::sum) <= this.perKind) {
			this.waiting.add(address);
		}
	}

	private String kind(String address) {
		return this.patterns.of("GET", address) + parameters(address);
	}

	private static String parameters(String address) {
		String query = URI.create("http://here" + address).getRawQuery();
		TreeSet<String> names = new TreeSet<>();
		if (query != null) {
			for (String parameter : query.split("&")) {
				names.add(parameter.replaceFirst("=.*", ""));
			}
		}
		return names.toString();
	}

}
