package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.shared.page.Choices;

/**
 * Adds, moves and removes checkboxes in a page's form, by the button that was pressed:
 * {@code add:sms}, {@code up:sms}, {@code down:sms}, {@code remove:sms}.
 */
@Component
class BoxOrder {

	private final DefaultTexts texts;

	BoxOrder(DefaultTexts texts) {
		this.texts = texts;
	}

	Map<String, String> apply(Map<String, String> typed, PlainPage before) {
		String[] act = typed.getOrDefault("act", "").split(":", 2);
		Map<String, String> values = new HashMap<>(typed);
		Choices.check(act.length == 2 || act[0].isEmpty());
		if (act.length < 2) {
			return values;
		}
		Choices.check(PageBox.of(act[1]).purpose().isPresent());
		List<String> boxes = boxes(typed);
		int place = boxes.indexOf(act[1]);
		switch (act[0]) {
			case "up" -> swap(boxes, place, place - 1);
			case "down" -> swap(boxes, place, place + 1);
			case "remove" -> boxes.remove(act[1]);
			case "add" -> add(boxes, act[1], values, before);
			default -> Choices.check(false);
		}
		values.put("boxes", String.join(",", boxes));
		return values;
	}

	/**
	 * Where the keyboard goes on after a button: at the box that was moved or added, and
	 * in the place of one that was removed.
	 * @param typed what was sent
	 * @param after what became of it
	 */
	static String focus(Map<String, String> typed, Map<String, String> after) {
		String[] act = typed.getOrDefault("act", "").split(":", 2);
		List<String> boxes = boxes(after);
		if (act.length < 2) {
			return "";
		}
		int place = boxes.indexOf(act[1]);
		return switch (act[0]) {
			case "up" -> ((place > 0) ? "up-" : "down-") + act[1];
			case "down" -> ((place < boxes.size() - 1) ? "down-" : "up-") + act[1];
			case "remove" -> boxes.isEmpty() ? "add-" + act[1]
					: "remove-" + boxes.get(Math.min(Math.max(boxes(typed).indexOf(act[1]), 0), boxes.size() - 1));
			case "add" -> "label-" + act[1];
			default -> "";
		};
	}

	private static List<String> boxes(Map<String, String> values) {
		List<String> boxes = new ArrayList<>(List.of(values.getOrDefault("boxes", "").split(",")));
		boxes.removeIf(String::isEmpty);
		return boxes;
	}

	private void add(List<String> boxes, String about, Map<String, String> values, PlainPage before) {
		if (PageBox.of(about).purpose().isEmpty() || boxes.contains(about)) {
			return;
		}
		boxes.add(about.equals(PageBox.ANY) ? 0 : boxes.size(), about);
		BoxMeaning usual = before.boxes().stream().findFirst().map(PageBox::meaning).orElse(BoxMeaning.IN_OR_OUT);
		PageBox box = new PageBox(about, new PageBox(about, usual).fits() ? usual : BoxMeaning.DO_NOT_CONTACT);
		values.put("meaning." + about, box.meaning().key());
		before.texts().keySet().forEach((tag) -> {
			BlockText known = before.texts().getOrDefault(tag, PlainTexts.NONE).box(about);
			BlockText text = known.label().isBlank() ? this.texts.box(box, tag) : known;
			values.put("label." + about + "." + tag, text.label());
			values.put("help." + about + "." + tag, text.help());
		});
	}

	private static void swap(List<String> boxes, int one, int other) {
		if (one >= 0 && other >= 0 && one < boxes.size() && other < boxes.size()) {
			Collections.swap(boxes, one, other);
		}
	}

}
