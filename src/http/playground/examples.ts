import type { Language } from '../../texts/message-text.js';

/** An operation to start from. Needs no id, so that it works for every persona and after every reset. */
export interface Example {
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  /** What to look for in the answer. */
  readonly about: Readonly<Record<Language, string>>;
  readonly query: string;
}

const CASE_BY_CONSENT = `# Byt person ovanför: samma fråga, andra fält öppna.
# Change the person above: other fields are open.
query CaseByConsent {
  viewer { name capacity agency { name } }
  cases(search: "-014") {
    edges {
      node {
        number
        status
        youngPerson {
          givenName familyName age
          personalIdentityNumber address phone
        }
        guardians { givenName familyName }
        situation {
          schools {
            agency { name }
            attendancePercent passingGrades
            studentHealthContact
          }
          police { concern lastSharedIncidentOn }
          socialServices {
            openInquiry measures substanceUse
          }
          leisure { activities }
          employment { placement works }
        }
        notes(first: 10) {
          totalCount
          edges {
            node {
              writtenAt category text
              holder { name }
              author { name profession }
            }
          }
        }
        plan {
          progress { total done overdue }
          goals {
            area inOwnWords inProfessionalWords
            actions {
              what status dueOn
              responsible { ...Responsible }
            }
          }
        }
        meetings(first: 10) {
          edges { node { kind startsAt place status } }
        }
      }
    }
  }
}

fragment Responsible on Responsible {
  __typename
  ... on Professional { name profession }
  ... on Agency { name }
  ... on YoungPerson { givenName }
  ... on Guardian { givenName }
}
`;

const MY_CASES = `query MyCases {
  viewer { name capacity agency { name } municipality { name } }
  cases(first: 20) {
    totalCount
    edges {
      node {
        number
        status
        startedOn
        plannedEndOn
        coordinator { name agency { name } }
        youngPerson { givenName familyName age }
        plan { progress { total done overdue } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

const WHAT_IS_WITHHELD = `query WhatIsWithheld {
  viewer { name capacity agency { name } }
  cases(search: "-014") {
    edges {
      node {
        number
        access {
          holder { name kind }
          category
          readable
          reason
          until
        }
      }
    }
  }
}
`;

const OUR_VIEW = `query OurView {
  viewer { name capacity }
  cases(first: 1) {
    edges {
      node {
        number
        status
        youngPerson {
          givenName familyName age address phone
        }
        participants {
          professional {
            name profession agency { name }
          }
          from until
        }
        consents {
          sequence decision purpose appliesFrom until
          signer { name role }
          scope {
            from { name } to { name } categories
          }
        }
        sharing {
          from { name } to { name } category open until
        }
        plan {
          goals {
            area inOwnWords
            actions { what status dueOn }
          }
        }
        meetings(first: 10) {
          edges { node { kind startsAt place status } }
        }
      }
    }
  }
}
`;

export const EXAMPLES: readonly Example[] = [
  {
    key: 'case',
    title: { sv: 'Ett ärende, öppnat av samtycke', en: 'One case, opened by consent' },
    about: {
      sv: 'Samma fråga om samma ärende. Byt person: andra fält är öppna. Det som är stängt är null, och extensions.withheld sist i svaret säger varför.',
      en: 'The same question about the same case. Change the person: other fields are open. What is closed is null, and extensions.withheld, last in the answer, says why.',
    },
    query: CASE_BY_CONSENT,
  },
  {
    key: 'cases',
    title: { sv: 'Mina ärenden', en: 'My cases' },
    about: {
      sv: 'Ärendena som personen är tilldelad. PAUSED räknas fram ur samtyckena i samma ögonblick.',
      en: 'The cases the person is assigned to. PAUSED follows from the consents at that very moment.',
    },
    query: MY_CASES,
  },
  {
    key: 'withheld',
    title: { sv: 'Vad är stängt, och varför?', en: 'What is closed, and why?' },
    about: {
      sv: 'En ruta per verksamhet och slag av uppgift, lika många vare sig något finns lagrat eller inte.',
      en: 'One cell per agency and category, the same number whether or not anything is stored.',
    },
    query: WHAT_IS_WITHHELD,
  },
  {
    key: 'family',
    title: { sv: 'Familjens egen vy', en: 'The family’s own view' },
    about: {
      sv: 'Välj en ungdom, en vårdnadshavare eller samordnaren: vilka som deltar, vad ni har samtyckt till och vad som delas.',
      en: 'Pick a young person, a guardian or the coordinator: who takes part, what was consented to, and what is shared.',
    },
    query: OUR_VIEW,
  },
];
