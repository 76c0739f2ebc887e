package dev.sayso.decision.impact;

import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;

import dev.sayso.store.JobQueue;

@Component
class ImpactJobs {

	private static final Logger log = LoggerFactory.getLogger(ImpactJobs.class);

	private final ImpactCalculation calculation;

	private final Impacts impacts;

	private final JobQueue queue = new JobQueue("impacts", 20);

	ImpactJobs(ImpactCalculation calculation, Impacts impacts) {
		this.calculation = calculation;
		this.impacts = impacts;
	}

	void start(Impact begun) {
		try {
			this.queue.start(begun.id(), (stopping) -> run(begun, stopping));
		}
		catch (TaskRejectedException ex) {
			this.impacts.fail(begun.id());
		}
	}

	private void run(Impact begun, BooleanSupplier stopping) {
		try {
			this.calculation.run(begun, ImpactCalculation.Patience.USUAL, stopping);
		}
		catch (RuntimeException ex) {
			log.warn("An impact broke off and can be worked out again from its page: {}", ex.toString());
			this.impacts.fail(begun.id());
		}
	}

	boolean has(UUID id) {
		return this.queue.has(id);
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

}
