package dev.sayso.shared;

import java.util.List;

/**
 * What needs a human eye, for the first page of the console; a room declares one as a
 * bean.
 */
public interface Attention {

	/** What there is now; empty where all is well. */
	List<Item> items();

	/**
	 * @param title message key of what it is
	 * @param detail message key of why it matters
	 * @param href where to see to it
	 * @param args what both messages name
	 */
	record Item(String title, String detail, long count, String href, List<Object> args) {

	}

}
