package dev.sayso.contact.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.contact.inbound.ReceivedMessage.Incoming;
import dev.sayso.contact.inbound.ReceivedMessage.Outcome;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what is kept of messages, and for how long.
 */
@ProductTest
class ReceivedMessageErasureTests {

	@Autowired
	ConnectorManagement management;

	@Autowired
	ReceivedMessages messages;

	@Autowired
	ReceivedMessageRows rows;

	@Test
	void whatNobodyHasToLookAtIsForgottenAfterAWhile() {
		ProviderKind kind = new ProviderKind("any", ProviderKind.Trust.SECRET, false, List.of(Channel.SMS));
		Connector connector = this.management.create("any", kind, Channel.SMS,
				new ConnectorManagement.Content("Any", "", "", ""), Actor.system());
		Instant now = Instant.now();
		Incoming seen = new Incoming("1", now, Channel.SMS, "+33639981245", "stop");
		this.messages.take(connector, seen, (id) -> Outcome.of("stop", "stopped", 1));
		this.messages.take(connector, new Incoming("2", now, Channel.SMS, "+33639981245", "stop please"),
				(id) -> new Outcome("near-stop", "stopped", 1, null, Review.WAITING));
		assertThat(this.rows.forgetBefore(now.minus(Duration.ofDays(1)))).isZero();
		assertThat(this.rows.forgetBefore(now.plusSeconds(60))).isEqualTo(1);
		assertThat(this.messages.waiting(9)).singleElement().satisfies((message) -> {
			assertThat(message.content()).isEqualTo("stop please");
			assertThat(message.address()).isEqualTo("+33639981245");
		});
		ReceivedMessage forgotten = this.messages.take(connector, seen, (id) -> {
			throw new AssertionError("taken twice");
		});
		assertThat(forgotten.content()).isNull();
		assertThat(forgotten.sender()).isEmpty();
	}

}
