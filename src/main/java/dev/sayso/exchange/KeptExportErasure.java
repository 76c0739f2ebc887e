package dev.sayso.exchange;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.person.ProfileErased;

/**
 * Deletes the files of exports when anybody is erased: with the person, and once more
 * when they are gone, since an export that was begun in between still read of them.
 */
@Component
class KeptExportErasure {

	private final KeptExports kept;

	private final TransactionTemplate anew;

	KeptExportErasure(KeptExports kept, PlatformTransactionManager transactions) {
		this.kept = kept;
		this.anew = new TransactionTemplate(transactions);
		this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@EventListener
	void on(ProfileErased erased) {
		this.kept.forgetAll();
	}

	@TransactionalEventListener(fallbackExecution = true)
	void after(ProfileErased erased) {
		this.anew.executeWithoutResult((status) -> this.kept.forgetAll());
	}

}
