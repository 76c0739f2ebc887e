package dev.sayso.offer.collection;

import java.util.ArrayList;
import java.util.List;

import dev.sayso.shared.Slug;

/**
 * Offers picked by hand, in their order, and what the buttons beside them do.
 *
 * @param keys each once
 */
public record PickedOffers(List<String> keys) {

	public PickedOffers {
		keys = List.copyOf(keys);
	}

	/** Whether a button moves an offer, takes it out or adds one. */
	public static boolean isAct(String act) {
		return act.matches("(add|up|down|remove):.*");
	}

	/**
	 * The same after a button: {@code add:}, {@code up:}, {@code down:} or
	 * {@code remove:} and the key of an offer. One that is not there changes nothing.
	 */
	public PickedOffers after(String act) {
		String slug = slug(act);
		int at = this.keys.indexOf(slug);
		return switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
			case "add" -> (at < 0 && Slug.isSlug(slug)) ? moved(slug, this.keys.size()) : this;
			case "up" -> (at > 0) ? moved(slug, at - 1) : this;
			case "down" -> (at >= 0 && at < this.keys.size() - 1) ? moved(slug, at + 1) : this;
			case "remove" -> new PickedOffers(this.keys.stream().filter((offer) -> !offer.equals(slug)).toList());
			default -> this;
		};
	}

	/**
	 * The control on which work goes on after a button: the same where it is still there,
	 * else its neighbour.
	 */
	public String focus(String act, PickedOffers before) {
		String slug = slug(act);
		int at = this.keys.indexOf(slug);
		if (act.startsWith("up:") && at >= 0) {
			return ((at > 0) ? "up-" : "down-") + slug;
		}
		if (act.startsWith("down:") && at >= 0) {
			return ((at < this.keys.size() - 1) ? "down-" : "up-") + slug;
		}
		if (act.startsWith("remove:") && !this.keys.isEmpty()) {
			int was = Math.max(0, before.keys.indexOf(slug));
			return "remove-" + this.keys.get(Math.min(was, this.keys.size() - 1));
		}
		return act.isEmpty() ? "" : "find";
	}

	private static String slug(String act) {
		return act.substring(act.indexOf(':') + 1);
	}

	private PickedOffers moved(String slug, int to) {
		List<String> order = new ArrayList<>(this.keys);
		order.remove(slug);
		order.add(to, slug);
		return new PickedOffers(order);
	}

}
