package dev.sayso.contact.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.SourceMessage;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.consent.suppression.RecordAddressYes;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * What whoever has a number says from it, for the channel of the text alone: the
 * signature of the provider says that it is them, so it is their own word.
 */
@Component
class NumberSays {

	/** A word that was said later, and came earlier, stands. */
	static final String OUTDATED = "outdated";

	private final RecordAddressNo noes;

	private final RecordAddressYes yeses;

	private final AddressOwners owners;

	private final Says says;

	private final ReceivedMessages messages;

	NumberSays(RecordAddressNo noes, RecordAddressYes yeses, AddressOwners owners, Says says,
			ReceivedMessages messages) {
		this.says = says;
		this.noes = noes;
		this.yeses = yeses;
		this.owners = owners;
		this.messages = messages;
	}

	/**
	 * @param number in E.164, or another address in its normal form
	 * @param connector the name of what brought it
	 */
	record Said(Channel channel, String number, Instant at, String connector, Evidence evidence) {

		private Declaration declare(Choice choice) {
			return Declaration.bySubject(List.of(new Statement(Purpose.marketing(this.channel), choice, this.at, null)),
					this.evidence, SourceMessage.of(this.channel, this.connector), null);
		}

	}

	/**
	 * @param key what was done, said at {@code inbound.result.<key>}
	 * @param people who has the number
	 */
	record Result(String key, List<ProfileId> people) {

	}

	List<ProfileId> people(Channel channel, String number) {
		return this.owners.ids(Map.of(channel, number));
	}

	/**
	 * The no of everybody who has the number, and one that is kept where nobody has it;
	 * not where they came back since.
	 */
	Result stop(Said said) {
		List<ProfileId> people = people(said.channel(), said.number());
		if (people.isEmpty()
				&& this.messages.saidSince(said.channel(), said.number(), TextMeaning.START.key(), said.at())) {
			return new Result(OUTDATED, people);
		}
		RecordAddressNo.Outcome outcome = this.noes.record(Map.of(said.channel(), said.number()),
				said.declare(Choice.NO));
		boolean recorded = outcome.entries().stream().anyMatch((entry) -> entry.after().equals(Choice.NO.value()));
		if (recorded) {
			return new Result("stopped", outcome.profiles());
		}
		if (!outcome.kept().isEmpty()) {
			return new Result((outcome.fresh() > 0) ? "kept" : "stood", List.of());
		}
		boolean stands = this.says.find(outcome.profiles())
			.values()
			.stream()
			.anyMatch((say) -> say.saysNo(said.channel()) || say.saysNoToAny());
		return new Result(stands ? "stood" : OUTDATED, outcome.profiles());
	}

	/**
	 * The yes of everybody who has the number, which ends the noes that were kept for it.
	 */
	Result start(Said said) {
		RecordAddressYes.Outcome outcome = this.yeses.record(said.channel(), said.number(), said.at(),
				said.declare(Choice.YES));
		if (outcome.outdated()) {
			return new Result(OUTDATED, outcome.profiles());
		}
		return new Result((outcome.changed() + outcome.ended() > 0) ? "started" : "open", outcome.profiles());
	}

}
