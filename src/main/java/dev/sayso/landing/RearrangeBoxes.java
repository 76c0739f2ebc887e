package dev.sayso.landing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Adds, moves and removes checkboxes in a page's form, by the button that was pressed:
 * {@code add:sms}, {@code up:sms}, {@code down:sms}, {@code remove:sms}.
 */
@Component
class RearrangeBoxes {

	private final FirstTexts texts;

	RearrangeBoxes(FirstTexts texts) {
		this.texts = texts;
	}

	Map<String, String> apply(Map<String, String> typed, PageContent before) {
		String[] act = typed.getOrDefault("act", "").split(":", 2);
		Map<String, String> values = new HashMap<>(typed);
		if (act.length < 2) {
			return values;
		}
		List<String> channels = new ArrayList<>(List.of(typed.getOrDefault("boxes", "").split(",")));
		channels.removeIf(String::isEmpty);
		int place = channels.indexOf(act[1]);
		switch (act[0]) {
			case "up" -> swap(channels, place, place - 1);
			case "down" -> swap(channels, place, place + 1);
			case "remove" -> channels.remove(act[1]);
			case "add" -> add(channels, act[1], values, before);
			default -> {
			}
		}
		values.put("boxes", String.join(",", channels));
		return values;
	}

	private void add(List<String> channels, String channel, Map<String, String> values, PageContent before) {
		if (new PageBox(channel, Meaning.CONTACT_ME).purpose().isEmpty() || channels.contains(channel)) {
			return;
		}
		channels.add(channel.equals(PageBox.ANY) ? 0 : channels.size(), channel);
		Meaning usual = before.boxes().stream().findFirst().map(PageBox::meaning).orElse(Meaning.IN_OR_OUT);
		boolean fits = new PageBox(channel, usual).fits();
		values.put("meaning." + channel, (fits ? usual : Meaning.DO_NOT_CONTACT).key());
		before.languages().forEach((tag) -> {
			BoxText known = before.texts().getOrDefault(tag, PageTexts.NONE).box(channel);
			BoxText text = known.label().isBlank() ? this.texts.box(channel, tag) : known;
			values.put("label." + channel + "." + tag, text.label());
			values.put("help." + channel + "." + tag, text.help());
		});
	}

	private static void swap(List<String> channels, int one, int other) {
		if (one >= 0 && other >= 0 && one < channels.size() && other < channels.size()) {
			Collections.swap(channels, one, other);
		}
	}

}
