package dev.sayso.contact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Channel;

/**
 * What a sender wants to do.
 *
 * @param channel the only one it is for; null for any
 */
public record MarketingAction(String key, @Nullable Channel channel) {

	/** Those that every deployment has. */
	public static final List<MarketingAction> BUILT_IN = Stream.concat(
			Arrays.stream(Channel.values()).map(MarketingAction::targeting),
			Stream.of(Question.PERSONALIZATION, Question.TRANSACTIONAL).map((any) -> new MarketingAction(any, null)))
		.toList();

	/** The usual one of a channel. */
	public static MarketingAction targeting(Channel channel) {
		return new MarketingAction(Question.targeting(channel), channel);
	}

	public boolean isFor(Channel other) {
		return this.channel == null || this.channel == other;
	}

	public boolean isBuiltIn() {
		return BUILT_IN.contains(this);
	}

}
