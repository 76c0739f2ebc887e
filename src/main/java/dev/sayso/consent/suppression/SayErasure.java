package dev.sayso.consent.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Erases a say with its person: every no is kept for its address, and everything that
 * names the person goes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SayErasure {

	private final Says says;

	private final RecordSuppression suppress;

	private final SuppressionHistory history;

	private final AddressLocks locks;

	private final JdbcClient jdbc;

	private final List<FurtherAddresses> further;

	SayErasure(Says says, RecordSuppression suppress, SuppressionHistory history, AddressLocks locks, JdbcClient jdbc,
			List<FurtherAddresses> further) {
		this.further = further;
		this.locks = locks;
		this.says = says;
		this.suppress = suppress;
		this.history = history;
		this.jdbc = jdbc;
	}

	/**
	 * A no of somebody who is gone, for one of their addresses.
	 */
	public record KeptNo(Channel channel, String address, Consent consent) {
	}

	@Transactional(propagation = Propagation.SUPPORTS)
	public Map<Channel, Consent> kept(ProfileId profile, Collection<Channel> addressed) {
		Say say = this.says.find(profile);
		Map<Channel, Consent> noes = new EnumMap<>(Channel.class);
		for (Channel channel : addressed) {
			say.get(Purpose.MARKETING_ANY)
				.filter((consent) -> consent.choice() == Choice.NO)
				.or(() -> say.get(Purpose.marketing(channel)).filter((consent) -> consent.choice() == Choice.NO))
				.ifPresent((consent) -> noes.put(channel, consent));
		}
		return noes;
	}

	/**
	 * Takes out of the ledger what names the person; purpose, choice and time stay under
	 * a random id, and the chain verifies.
	 * @return their noes, to be {@link #keep kept} once the person is gone
	 */
	public List<KeptNo> erase(ProfileId profile, Map<Channel, String> addresses) {
		this.locks.hold(addresses);
		this.says.held(profile);
		Map<Channel, Set<String>> all = all(profile, addresses);
		List<KeptNo> noes = new ArrayList<>();
		kept(profile, all.keySet()).forEach(
				(channel, no) -> all.get(channel).forEach((address) -> noes.add(new KeptNo(channel, address, no))));
		all.forEach((channel, theirs) -> theirs.forEach((address) -> this.history.forget(Map.of(channel, address))));
		ProfileId nobody = new ProfileId(Ids.next());
		for (String table : List.of("consent", "pending_opt_in")) {
			this.jdbc.sql("delete from " + table + " where profile_id = ?").params(profile.id()).update();
		}
		this.jdbc
			.sql("""
					update ledger_entry set profile_id = :nobody, actor_id = null, actor_name = '', reason = null, source = null,
						submission_id = null, evidence = null, salt = null
					where profile_id = :profile""")
			.param("nobody", nobody.id())
			.param("profile", profile.id())
			.update();
		this.jdbc.sql(
				"update say set profile_id = :nobody, extras = null, waiting = false, changed_by = '' where profile_id = :profile")
			.param("nobody", nobody.id())
			.param("profile", profile.id())
			.update();
		return noes;
	}

	/**
	 * Turns each no into a suppression of its address; who else has the address is told.
	 */
	public void keep(List<KeptNo> noes) {
		noes.forEach((no) -> this.suppress.record(no.address(),
				Suppression.kept(no.channel(), no.consent().origin(), no.consent().own(), no.consent().saidAt(), null),
				Actor.system()));
	}

	/** With the addresses that somebody has beside those among their details. */
	private Map<Channel, Set<String>> all(ProfileId profile, Map<Channel, String> addresses) {
		Map<Channel, Set<String>> all = new EnumMap<>(Channel.class);
		addresses.forEach((channel, address) -> all.put(channel, new LinkedHashSet<>(List.of(address))));
		this.further.forEach((each) -> each.find(profile)
			.forEach(
					(address) -> all.computeIfAbsent(each.channel(), (channel) -> new LinkedHashSet<>()).add(address)));
		return all;
	}

}
