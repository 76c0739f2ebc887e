package dev.sayso.decision.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the page of a published decision is asked to show, as it stands in its address.
 *
 * @param days how many, today the last
 * @param placement the key of one placement; empty for all of them
 * @param daily whether the table has a row for each day
 * @param language in which its contents are shown; empty for the first there is
 * @param call the way of asking that is shown
 * @param who the name or an address of for whom it is tried; empty for a visitor
 * @param tried whether the answer is shown
 */
record LiveQuery(int days, String placement, boolean daily, String language, String call, String who, boolean tried) {

	static final List<Integer> SPANS = List.of(7, 30, 90);

	private static final int USUAL = 30;

	static LiveQuery of(Map<String, String> asked, LiveHeadView head) {
		String placement = asked.getOrDefault("placement", "");
		return new LiveQuery(span(asked.get("days")).orElse(USUAL),
				head.placements().stream().anyMatch((known) -> known.slug().equals(placement)) ? placement : "",
				"day".equals(asked.get("rows")), asked.getOrDefault("language", ""), asked.getOrDefault("call", ""),
				asked.getOrDefault("who", ""), asked.containsKey("try"));
	}

	static Optional<Integer> span(@Nullable String days) {
		return SPANS.stream().filter((known) -> known.toString().equals(days)).findFirst();
	}

	/** The address of the page with one thing other than it is. */
	public String with(String path, String name, String value) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		put(address, "days", (this.days == USUAL) ? "" : String.valueOf(this.days), name, value);
		put(address, "placement", this.placement, name, value);
		put(address, "rows", this.daily ? "day" : "", name, value);
		put(address, "language", this.language, name, value);
		put(address, "call", this.call, name, value);
		put(address, "who", this.who, name, value);
		return address.build(true).toUriString();
	}

	private static void put(UriComponentsBuilder address, String name, String value, String changed, String to) {
		String now = name.equals(changed) ? to : value;
		if (!now.isEmpty()) {
			address.queryParam(name, UriUtils.encode(now, StandardCharsets.UTF_8));
		}
	}

}
