package dev.sayso.landing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAlias;

import dev.sayso.consent.Purpose;
import dev.sayso.shared.Channel;

/**
 * A checkbox on a page: about contact, or about a use of what is known of a person.
 *
 * @param about a channel's key, {@link #ANY}, or the key of one of the {@link #USES}; a
 * page of before calls it {@code channel}
 */
public record PageBox(@JsonAlias("channel") String about, BoxMeaning meaning) {

	/** Stands for every channel. */
	public static final String ANY = "any";

	/** What a page may ask about besides contact. */
	public static final List<Purpose> USES = List.of(Purpose.PERSONALIZE_CONTENT, Purpose.MODELING,
			Purpose.TRACKING_OPENS, Purpose.TRACKING_CLICKS);

	/** A box of which only what it is about matters. */
	public static PageBox of(String about) {
		return new PageBox(about, Purpose.of(about).filter(Purpose::isTracking).isPresent() ? BoxMeaning.IN_OR_OUT
				: BoxMeaning.CONTACT_ME);
	}

	boolean any() {
		return this.about.equals(ANY);
	}

	/** Whether the box is about a use of what is known, and never about contact. */
	public boolean use() {
		return USES.stream().anyMatch((purpose) -> purpose.key().equals(this.about));
	}

	public Optional<Purpose> purpose() {
		if (any()) {
			return Optional.of(Purpose.MARKETING_ANY);
		}
		return use() ? Purpose.of(this.about) : Channel.of(this.about).map(Purpose::marketing);
	}

	/**
	 * Leaving <em>any channel</em> unticked says nothing about any of them, so it cannot
	 * mean out; what may be measured is in or out.
	 */
	public boolean fits() {
		boolean inOrOut = this.meaning == BoxMeaning.IN_OR_OUT;
		return purpose().filter((purpose) -> inOrOut || !purpose.isTracking()).isPresent() && !(any() && inOrOut);
	}

	public List<BoxMeaning> meanings() {
		return Arrays.stream(BoxMeaning.values()).filter((meaning) -> new PageBox(this.about, meaning).fits()).toList();
	}

	public String icon() {
		return use() ? "user" : Channel.of(this.about).map(Channel::icon).orElse("hand-stop");
	}

	public String messageKey() {
		return (use() ? "purpose." : "channel.") + this.about;
	}

	/** The prefix of the key of a meaning in the message keys of such a box. */
	public String saying() {
		return use() ? "landing.meaning.use." : "landing.meaning.";
	}

}
