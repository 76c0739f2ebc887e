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

	private boolean stopped;

	/**
	 * Creates so many people by the API.
	 */
	Crowd(URI address, int people, String page) {
		this.address = address;
		try (Wire wire = new Wire(address)) {
			for (int person = 0; person < people; person++) {
				String id = "externalId:crowd-" + person;
				post(wire, "/api/v1/profiles", """
						{"externalId":"crowd-%1$s","firstName":"Camille","lastName":"Lefèvre","language":"en",
						"email":"crowd-%1$s@posteo.example","mobile":"+336398%2$05d","phone":"+331980%2$05d"}"""
					.formatted(person, person));
				Matcher url = URL
					.matcher(post(wire, "/api/v1/profiles/" + id + "/links", "{\"page\":\"" + page + "\"}"));
				if (!url.find()) {
					throw new IllegalStateException("no link");
				}
				this.links.add(url.group(1));
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
	 * What another system sends of each of them who says now what they did not say last,
	 * of a channel that the page does not ask about.
	 */
	List<Wire.Request> patches() {
		this.stopped = !this.stopped;
		String body = "{\"marketing\":{\"push\":{\"val\":\"" + (this.stopped ? "n" : "y") + "\"}}}";
		return IntStream.range(0, this.links.size())
			.mapToObj(
					(person) -> new Wire.Request("PATCH", "/api/v1/profiles/externalId:crowd-" + person + "/consents",
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

	private static String post(Wire wire, String path, String body) {
		Wire.Answer answer = wire.send(Wire.Request.form(path, body)
			.with("Content-Type", "application/json")
			.with("Authorization", "Bearer sayso-demo-token"));
		if (answer.status() != 201) {
			throw new IllegalStateException(path + " answered " + answer.status() + "\n" + answer.body());
		}
		return answer.body();
	}

}
