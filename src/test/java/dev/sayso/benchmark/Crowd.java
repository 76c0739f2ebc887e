package dev.sayso.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.sayso.PageForm;

/**
 * People of a running demo, each with the personal link of one page.
 */
final class Crowd {

	private static final Pattern URL = Pattern.compile("\"url\"\\s*:\\s*\"https?://[^/\"]+([^\"]+)\"");

	private final URI address;

	private final List<String> links = new ArrayList<>();

	private final String name;

	private boolean stopped;

	/**
	 * Creates so many people by the API.
	 */
	Crowd(URI address, int people, String page) {
		this(address, people, page, "crowd");
	}

	/**
	 * @param name what their external ids begin with
	 */
	Crowd(URI address, int people, String page, String name) {
		this.address = address;
		this.name = name;
		try (Wire wire = new Wire(address)) {
			for (int person = 0; person < people; person++) {
				post(wire, "/api/v1/profiles", """
						{"externalId":"%3$s-%1$s","firstName":"Camille","lastName":"Lefèvre","language":"en",
						"email":"%3$s-%1$s@posteo.example","mobile":"+336398%2$05d","phone":"+331980%2$05d"}"""
					.formatted(person, person, name));
				this.links.add(link(wire, person, "{\"page\":\"" + page + "\"}"));
			}
		}
	}

	/**
	 * What opens each link.
	 */
	List<Wire.Request> openings() {
		return this.links.stream().map(Wire.Request::get).toList();
	}

	/**
	 * What each of them sends who opens their page now and changes one box.
	 */
	List<Wire.Request> submissions(String box) {
		try (Wire wire = new Wire(this.address)) {
			return this.links.stream()
				.map((link) -> Wire.Request.form(link, new PageForm(opened(wire, link)).toggle(box).body()))
				.toList();
		}
	}

	/**
	 * What a mail program sends of each who presses its button.
	 */
	List<Wire.Request> stops(String channel) {
		try (Wire wire = new Wire(this.address)) {
			return IntStream.range(0, this.links.size())
				.mapToObj((person) -> Wire.Request.form(
						link(wire, person, "{\"unsubscribe\":{\"channel\":\"" + channel + "\"}}"),
						"List-Unsubscribe=One-Click"))
				.toList();
		}
	}

	private String link(Wire wire, int person, String body) {
		Matcher url = URL
			.matcher(post(wire, "/api/v1/profiles/externalId:" + this.name + "-" + person + "/links", body));
		if (!url.find()) {
			throw new IllegalStateException("no link");
		}
		return url.group(1);
	}

	/**
	 * What another system sends of each of them who says now what they did not say last,
	 * of a channel that the page does not ask about.
	 */
	List<Wire.Request> patches() {
		this.stopped = !this.stopped;
		String body = "{\"marketing\":{\"push\":{\"val\":\"" + (this.stopped ? "n" : "y") + "\"}}}";
		return IntStream.range(0, this.links.size())
			.mapToObj(
					(person) -> new Wire.Request("PATCH",
							"/api/v1/profiles/externalId:" + this.name + "-" + person + "/consents",
							Map.of("Content-Type", "application/merge-patch+json", "Authorization",
									"Bearer sayso-demo-token"),
							body))
			.toList();
	}

	private static String opened(Wire wire, String link) {
		Wire.Answer answer = wire.send(Wire.Request.get(link));
		if (answer.status() != 200) {
			throw new IllegalStateException(link + " answered " + answer.status());
		}
		return answer.body();
	}

	static String post(Wire wire, String path, String body) {
		Wire.Answer answer = wire.send(Wire.Request.form(path, body)
			.with("Content-Type", "application/json")
			.with("Authorization", "Bearer sayso-demo-token"));
		if (answer.status() != 201) {
			throw new IllegalStateException(path + " answered " + answer.status() + "\n" + answer.body());
		}
		return answer.body();
	}

}
