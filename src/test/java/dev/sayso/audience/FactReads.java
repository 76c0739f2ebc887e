package dev.sayso.audience;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Fact;
import dev.sayso.condition.FactSource;

/**
 * Counts how often all facts are read; it has none of its own.
 */
@Component
class FactReads implements FactSource {

	final AtomicInteger reads = new AtomicInteger();

	@Override
	public Stream<Fact> facts() {
		this.reads.incrementAndGet();
		return Stream.empty();
	}

	@Override
	public String title() {
		return "nav.audiences";
	}

}
