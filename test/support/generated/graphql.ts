/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An opaque place in a list, bound to the viewer and the list. Give it back as it came. */
  Cursor: { input: string; output: string; }
  /** A local calendar date in Europe/Stockholm, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 in UTC. */
  DateTime: { input: string; output: string; }
};

/** The municipality takes the case on. */
export type AcceptProposalInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** What the viewer may read now of one agency in one category, whether or not anything is stored. */
export type AccessCell = {
  readonly __typename?: 'AccessCell';
  /** What it is about. */
  readonly category: InformationCategory;
  /** Why, and whose word would open it; none for what is open by right and not by consent. */
  readonly detail: Maybe<AccessDetail>;
  /** Who holds the information. */
  readonly holder: Agency;
  /** Whether what is recorded now is open to the viewer. Streams follow it. */
  readonly readable: Scalars['Boolean']['output'];
  /** How much of what was recorded until now is open to the viewer. */
  readonly readableEarlier: Extent;
  /** Why not. */
  readonly reason: Maybe<WithheldReason>;
  /** When it closes, as far as is known now. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Why a cell is open or closed, and whose word would open it; for signers and coordinator. */
export type AccessDetail = {
  readonly __typename?: 'AccessDetail';
  /** Blocks in force. */
  readonly blockIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The same, said in the language of the request, with what to do. */
  readonly explanations: ReadonlyArray<Scalars['String']['output']>;
  /** Everything that stands in the way; empty when it is open. */
  readonly obstacles: ReadonlyArray<Obstacle>;
  /** Everybody who must say yes now. */
  readonly signers: ReadonlyArray<SignerAnswer>;
  /** The birthday, end of custody or new rules since which it waits. */
  readonly waitsSince: Maybe<Scalars['DateTime']['output']>;
};

/** The client must forget what it holds of the case. A stream about one case completes after it. */
export type AccessEnded = {
  readonly __typename?: 'AccessEnded';
  /** When it was found. */
  readonly at: Scalars['DateTime']['output'];
  /** The case; none when a stream about all cases ends. */
  readonly caseId: Maybe<Scalars['ID']['output']>;
  /** Resumes the stream, should access come back. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Why. */
  readonly reason: StreamEndReason;
};

/** Whether a professional could read one category of one agency at an instant, and on what it rested. */
export type AccessProof = {
  readonly __typename?: 'AccessProof';
  /** The instant that was asked about. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly basis: Maybe<DisclosureBasis>;
  /** What it is about. */
  readonly category: InformationCategory;
  /** Who holds the information. */
  readonly holder: Agency;
  /** The instant up to which what is recorded counts. */
  readonly knownAt: Scalars['DateTime']['output'];
  /** Whether what was recorded then was open to that professional. */
  readonly readable: Scalars['Boolean']['output'];
  /** How much of what had been recorded by then was open to that professional. */
  readonly readableEarlier: Extent;
  /** Why not. */
  readonly reason: Maybe<WithheldReason>;
  /** By consent: the places of the statements among those about the young person. */
  readonly statements: ReadonlyArray<Scalars['Int']['output']>;
  /** Until when, as far as was known. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** One time that a professional read what another agency holds (åtkomstlogg). Professionals are not named. */
export type AccessRecord = {
  readonly __typename?: 'AccessRecord';
  /** The agency of the reader. */
  readonly agency: Maybe<Agency>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether a calendar program fetched it through a feed: told once a day as long as it shows the same. */
  readonly byFeed: Scalars['Boolean']['output'];
  /** The capacity that the reader acted in. */
  readonly capacity: Capacity;
  /** What was shown. */
  readonly entries: ReadonlyArray<AccessRecordEntry>;
  /** Identifier of the entry. */
  readonly id: Scalars['ID']['output'];
  /** The profession of the reader. */
  readonly profession: Maybe<Profession>;
};

/** Entries of the access record, without a count: it grows with every read. */
export type AccessRecordConnection = {
  readonly __typename?: 'AccessRecordConnection';
  /** This page. */
  readonly edges: ReadonlyArray<AccessRecordEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
};

/** One entry in a list. */
export type AccessRecordEdge = {
  readonly __typename?: 'AccessRecordEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The entry. */
  readonly node: AccessRecord;
};

/** What was shown: whose information, about what, and why it was open. */
export type AccessRecordEntry = {
  readonly __typename?: 'AccessRecordEntry';
  /** Why it was open to the reader. */
  readonly basis: DisclosureBasis;
  /** What it was about. */
  readonly category: InformationCategory;
  /** Whose information it was. */
  readonly holder: Maybe<Agency>;
  /** By consent: the places of the statements among those about the young person. */
  readonly statements: ReadonlyArray<Scalars['Int']['output']>;
};

/** What is to be done (åtgärd), and who is responsible. */
export type Action = Node & {
  readonly __typename?: 'Action';
  /** What it is about. */
  readonly category: InformationCategory;
  /** When it is to be done. */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** How it went, by date. */
  readonly evaluations: ReadonlyArray<Evaluation>;
  /** The agency that holds it. */
  readonly holder: Agency;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Who is responsible; none where the viewer may not see that person. */
  readonly responsible: Maybe<Responsible>;
  /** How far it has come. */
  readonly status: ActionStatus;
  /** Whom it supports: guardians may need support of their own. */
  readonly supports: Supported;
  /** Counts up with every change of this action that the viewer may see; a change rests on what its sender sees. */
  readonly version: Scalars['Int']['output'];
  /** What is to be done. */
  readonly what: Maybe<Scalars['String']['output']>;
};

/** How far an action (åtgärd) has come. */
export type ActionStatus =
  | 'CANCELLED'
  | 'DONE'
  | 'IN_PROGRESS'
  | 'NOT_DONE'
  | 'PLANNED';

/** An action, held by the writer's own agency. */
export type AddActionInput = {
  /** The case, of an action that serves no goal. */
  readonly caseId?: InputMaybe<Scalars['ID']['input']>;
  /** What it is about; the goal's area if left out, and needed where there is no goal. */
  readonly category?: InputMaybe<InformationCategory>;
  /** When it is to be done. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The goal that it serves; none if left out. */
  readonly goalId?: InputMaybe<Scalars['ID']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Who is responsible. */
  readonly responsible: ResponsibleInput;
  /** Whom it supports; the young person if left out. */
  readonly supports?: InputMaybe<Supported>;
  /** What is to be done. */
  readonly what: Scalars['String']['input'];
};

/** A goal, held by the writer's own agency; at least one of the two texts. */
export type AddGoalInput = {
  /** The area of life. */
  readonly area: InformationCategory;
  /** In the young person's own words. */
  readonly inOwnWords?: InputMaybe<Scalars['String']['input']>;
  /** In the professionals' words. */
  readonly inProfessionalWords?: InputMaybe<Scalars['String']['input']>;
  /** The plan. */
  readonly planId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Somebody gets a place in the operative or the steering group. */
export type AddGroupMemberInput = {
  /** From when, never in the past; at once if left out. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** What as. */
  readonly function: GroupFunction;
  /** The group, as `Municipality.groups` gives it. */
  readonly groupId: Scalars['ID']['input'];
  /** Who, as `Professional.id` gives it: one role at one agency. */
  readonly professionalId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Until when; open if none. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A guardian (vårdnadshavare) of the young person. */
export type AddGuardianInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Family name. */
  readonly familyName: Scalars['String']['input'];
  /** The first day of the custody. */
  readonly from: Scalars['Date']['input'];
  /** Given name. */
  readonly givenName: Scalars['String']['input'];
  /** Twelve digits, by which they sign in; `setPersonSignIn` can say it later. */
  readonly personalIdentityNumber?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The day from which it no longer holds. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** Somebody else who matters to the young person (annan viktig person), held by the coordinator's agency. */
export type AddImportantPersonInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** How to reach them, in words. */
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  /** The first day; today if left out. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Who it is to the young person. */
  readonly relation: Scalars['String']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The day from which it no longer holds, if that is known. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** Somebody else whom information of the case is about, with who may consent for them. */
export type AddSubjectInput = {
  /** Date of birth: from it follows who must sign. */
  readonly birthDate: Scalars['Date']['input'];
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Family name. */
  readonly familyName: Scalars['String']['input'];
  /** Given name. */
  readonly givenName: Scalars['String']['input'];
  /** Who has custody; with nobody, nothing about a minor can be opened. */
  readonly guardians: ReadonlyArray<SubjectGuardianInput>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** An agency (verksamhet) or an independent branch of one (verksamhetsgren): the boundary of secrecy, OSL 8:1–2. */
export type Agency = Node & {
  readonly __typename?: 'Agency';
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Its kind. */
  readonly kind: AgencyKind;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The agency that it is a branch of; secrecy holds between them too. */
  readonly parent: Maybe<Agency>;
};

/** A place that an agency fills in a case. It tells the number of the case, and not whom it is about. */
export type AgencyAssignment = {
  readonly __typename?: 'AgencyAssignment';
  /** The number of the case. */
  readonly caseNumber: Scalars['String']['output'];
  /** What for. */
  readonly duty: Maybe<Duty>;
  /** From when. */
  readonly from: Scalars['DateTime']['output'];
  /** Identifier of the assignment; `endAssignment` takes it. */
  readonly id: Scalars['ID']['output'];
  /** Who takes part. */
  readonly professional: Maybe<Professional>;
  /** Until when; open if none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** The kind of agency (verksamhet). */
export type AgencyKind =
  | 'LEISURE'
  | 'POLICE'
  | 'SCHOOL'
  | 'SOCIAL_SERVICES';

/** One item of the agenda (dagordning). */
export type AgendaItem = {
  readonly __typename?: 'AgendaItem';
  /** What it is about. */
  readonly category: InformationCategory;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** The ids of the invitations of those to whom the item is open now, so that they may stay in the room; for family and coordinator. */
  readonly mayStay: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The ids of the invitations of those to whom the item is closed now, so that they leave the room for it; for family and coordinator. */
  readonly mustLeave: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** The agency whose information is talked about. */
  readonly source: Maybe<Agency>;
  /** What is to be talked about. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/** One item of an agenda. */
export type AgendaItemInput = {
  /** What it is about. */
  readonly category: InformationCategory;
  /** The agency whose information is talked about; the coordinator's own if left out. */
  readonly sourceId?: InputMaybe<Scalars['ID']['input']>;
  /** Whom it is about; the young person if left out. */
  readonly subjectIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What is to be talked about. */
  readonly title: Scalars['String']['input'];
};

/** The answer of the side that was asked. */
export type AnswerAssignmentInput = {
  /** What was asked, as `viewer.assignmentRequests` gives it. */
  readonly assignmentRequestId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** The answer of the second person to a form that waits. */
export type AnswerConsentFormInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The form, as `Case.pendingConsents` gives it. */
  readonly pendingConsentId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** A signer's own answer. */
export type AnswerConsentRequestInput = {
  /** YES, NO, or TALK_FIRST, which says neither and asks for a talk. */
  readonly answer: ConsentAnswer;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** What was asked, as `Case.consentRequests` gives it. */
  readonly consentRequestId: Scalars['ID']['input'];
  /** In which of its languages the signer has read the information. */
  readonly language: Scalars['String']['input'];
  /** Why not, if the signer wants to say; nobody has to, and no other signer sees it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** What somebody who is called answers. */
export type AnswerInvitationInput = {
  /** The answer; NONE takes an earlier one back. */
  readonly answer: InvitationAnswer;
  /** The invitation. */
  readonly invitationId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** An answer to rules that wait. */
export type AnswerRulePackDraftInput = {
  /** The draft, as `Municipality.rulePackDrafts` names it. */
  readonly draftId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** What the signers are asked, each in their own sign-in. */
export type AskForConsentInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Which version of the form and its information is shown. */
  readonly formVersion: Scalars['String']['input'];
  /** What may go from whom to whom: all that the form lists, nothing else. */
  readonly grants: ReadonlyArray<ConsentGrantInput>;
  /** The information, once in each language, 1 to 10. */
  readonly information: ReadonlyArray<ConsentInformationInput>;
  /** What the information may be used for. */
  readonly purpose: Scalars['String']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Whom the information is about; the young person if left out. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** Until when; as long as the local rules let one last if left out. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Somebody is asked to take part in the group round the case. */
export type AssignInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** What for. */
  readonly duty: Duty;
  /** From when; never earlier than the yes. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who, as `Professional.id` gives it: one role at one agency. */
  readonly professionalId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Until when; open if none. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Somebody is asked to take part in a case. It tells the number of the case, and not whom it is about. */
export type AssignmentRequest = {
  readonly __typename?: 'AssignmentRequest';
  /** The number of the case. */
  readonly caseNumber: Scalars['String']['output'];
  /** What for. */
  readonly duty: Duty;
  /** From when at the earliest. */
  readonly from: Scalars['DateTime']['output'];
  /** Identifier of the request. */
  readonly id: Scalars['ID']['output'];
  /** Who is asked. */
  readonly professional: Maybe<Professional>;
  /** When it was asked. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Who asks. */
  readonly requestedBy: Maybe<Professional>;
  /** Whether it has its answer. */
  readonly state: AssignmentRequestState;
  /** Until when; open if none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Whether a request to take part has its answer. */
export type AssignmentRequestState =
  | 'CONFIRMED'
  | 'DECLINED'
  | 'REQUESTED';

/** Whether somebody who was invited came; unknown until it is recorded. */
export type Attendance =
  | 'ABSENT'
  | 'ATTENDED'
  | 'EXCUSED'
  | 'UNKNOWN';

/** Whether somebody who was called came. */
export type AttendanceInput = {
  /** Whether this person came (närvaro). */
  readonly attendance: Attendance;
  /** The invitation. */
  readonly invitationId: Scalars['ID']['input'];
};

/** A block (spärr); it beats every consent. */
export type Block = Node & {
  readonly __typename?: 'Block';
  /** The signer who set it. */
  readonly by: Maybe<Signer>;
  /** What it closes; none where it closes everything. */
  readonly cells: Maybe<ReadonlyArray<ConsentGrant>>;
  /** From when. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** The holder that set it. */
  readonly holder: Maybe<Agency>;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Whom the information is about. */
  readonly subjectId: Scalars['ID']['output'];
  /** Until when; open if none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** A block (spärr) by a signer or by the holder; it beats every consent. */
export type BlockInput = {
  /** Whose word it is. Left out: the family's own, and for staff that of their agency as the holder. */
  readonly bySignerId?: InputMaybe<Scalars['ID']['input']>;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** What it closes; an empty list closes everything. */
  readonly cells: ReadonlyArray<ConsentGrantInput>;
  /** Why. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Whom the information is about; the young person if left out. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** Until when; until it is lifted if left out. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A calendar of meetings to subscribe to, without names, places or what they are about. */
export type CalendarFeed = {
  readonly __typename?: 'CalendarFeed';
  /** When it ends, if it is not revoked before. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Its path on this server. It is a secret, told only here: whoever knows it reads the calendar. */
  readonly path: Scalars['String']['output'];
};

/** The viewer's own feed, in the capacity of the token. */
export type CalendarFeedInput = {
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** A planned meeting that is not to be. */
export type CancelMeetingInput = {
  /** The version that was read; if it has changed since, the answer is CONFLICT, with the meeting as it is. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The meeting. */
  readonly meetingId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** A planned meeting that is not to be. */
export type CancelSteeringMeetingInput = {
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The meeting. */
  readonly steeringMeetingId: Scalars['ID']['input'];
};

/** What the token lets its bearer act as; exactly one. */
export type Capacity =
  | 'ADMINISTRATOR'
  | 'COORDINATOR'
  | 'GUARDIAN'
  | 'PROFESSIONAL'
  | 'STEERING_MEMBER'
  | 'YOUNG_PERSON';

/** One young person for whom the agencies work together (insats). */
export type Case = Node & {
  readonly __typename?: 'Case';
  /** What is open to the viewer now, one cell per agency and category; never dependent on what is stored. */
  readonly access: ReadonlyArray<AccessCell>;
  /** Who read what across agencies, newest first; for the young person and the guardians. */
  readonly accessRecords: Maybe<AccessRecordConnection>;
  /** Who was asked to take part, and what they answered; for the coordinator. */
  readonly assignmentRequests: Maybe<ReadonlyArray<AssignmentRequest>>;
  /** Blocks; told as `consents` are. */
  readonly blocks: Maybe<ReadonlyArray<Block>>;
  /** When it was closed. */
  readonly closedOn: Maybe<Scalars['Date']['output']>;
  /** How it went, all in all, as the coordinator wrote it at the closing. */
  readonly closingEvaluation: Maybe<ClosingEvaluation>;
  /** Why it was closed. */
  readonly closingReason: Maybe<ClosingReason>;
  /** What the signers are asked, and who has answered what; told as `consents` are. */
  readonly consentRequests: Maybe<ReadonlyArray<ConsentRequest>>;
  /** The ledger of consents, in order; for the coordinator, and about each subject for who speaks for it. */
  readonly consents: Maybe<ReadonlyArray<Consent>>;
  /** The coordinator (samordnare). */
  readonly coordinator: Maybe<Professional>;
  /** Whether a professional could read a category of an agency at an instant, by what was recorded then or now, and on which consents; for signers and coordinator. */
  readonly couldRead: Maybe<AccessProof>;
  /** Disclosures without consent: those of the own agency; for the family all that they may be told of. */
  readonly disclosures: ReadonlyArray<StatutoryDisclosure>;
  /** The guardians of the young person; for the coordinator and the family, and by consent in category FAMILY. */
  readonly guardians: ReadonlyArray<Guardian>;
  /** Identifier of the case. */
  readonly id: Scalars['ID']['output'];
  /** The mappings of needs (kartläggning) that the viewer may see, newest first. */
  readonly mappings: NeedsMappingConnection;
  /** Meetings that the viewer may see, in time order. */
  readonly meetings: MeetingConnection;
  /** The municipality whose rules hold. */
  readonly municipality: Municipality;
  /** Other cases that may be about the same person, for the coordinator: of a proposal, the running cases that the coordinator knows; of an own running case, the proposals whose coordinator does not know it. Never told of a blind proposal, nor to whoever proposed. */
  readonly namesakes: Maybe<ReadonlyArray<Namesake>>;
  /** When the group is to meet next; none before a first meeting that the viewer may see was held. */
  readonly nextMeetingDue: Maybe<MeetingDue>;
  /** The notes that the viewer may see, newest first. */
  readonly notes: NoteConnection;
  /** The number that the municipality knows it by; a reference that counts nothing until the case is taken on. */
  readonly number: Scalars['String']['output'];
  /** Others who matter to the young person; for the family, and by consent in category FAMILY. */
  readonly otherImportantPersons: ReadonlyArray<OtherImportantPerson>;
  /** The wanted effects before and after; for the agency that says so, and by consent in each category. */
  readonly outcomes: ReadonlyArray<Outcome>;
  /** Who takes part: yourself; for coordinator and family everyone. */
  readonly participants: ReadonlyArray<Participant>;
  /** Forms that wait for a second person; for the coordinator's agency, which confirms them, and about each subject for who speaks for it. */
  readonly pendingConsents: Maybe<ReadonlyArray<PendingConsent>>;
  /** The plan (åtgärdsplan, arbetsplan); none where there is nothing in it that the viewer may see. */
  readonly plan: Maybe<Plan>;
  /** When it is planned to end. */
  readonly plannedEndOn: Maybe<Scalars['Date']['output']>;
  /** On which grounds the case was proposed; for the coordinator, and while it is blind only why and where the risk lies. */
  readonly proposal: Maybe<ProposalGrounds>;
  /** Who may share with whom about what, now; for signers and coordinator. */
  readonly sharing: Maybe<ReadonlyArray<SharingCell>>;
  /** What each agency knows, by area of life. */
  readonly situation: Situation;
  /** When the group started its work. */
  readonly startedOn: Maybe<Scalars['Date']['output']>;
  /** Its status now; PAUSED when the consent that carries it is missing. */
  readonly status: CaseStatus;
  /** Others whom information of the case is about; for the coordinator's agency, and by their own consent. */
  readonly subjects: ReadonlyArray<Subject>;
  /** What will close or open by itself, and when, as far as is known now; for signers and coordinator. */
  readonly upcoming: Maybe<ReadonlyArray<UpcomingChange>>;
  /** Whom the case is about. */
  readonly youngPerson: YoungPerson;
};


/** One young person for whom the agencies work together (insats). */
export type CaseAccessRecordsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};


/** One young person for whom the agencies work together (insats). */
export type CaseCouldReadArgs = {
  at: Scalars['DateTime']['input'];
  category: InformationCategory;
  holderId: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  professionalId: Scalars['ID']['input'];
};


/** One young person for whom the agencies work together (insats). */
export type CaseMappingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  category?: InputMaybe<InformationCategory>;
  first?: Scalars['Int']['input'];
  newestOnly?: Scalars['Boolean']['input'];
};


/** One young person for whom the agencies work together (insats). */
export type CaseMeetingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};


/** One young person for whom the agencies work together (insats). */
export type CaseNotesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  category?: InputMaybe<InformationCategory>;
  first?: Scalars['Int']['input'];
};

/** What a stream about cases tells. */
export type CaseChange = AccessEnded | CaseChanged | ResyncRequired | StreamStarted;

/** A case as the viewer may see it now: something that they see was changed, or other things are open than before. */
export type CaseChanged = {
  readonly __typename?: 'CaseChanged';
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** The case. */
  readonly case: Case;
  /** Resumes the stream behind this frame. */
  readonly cursor: Scalars['Cursor']['output'];
};

/** Cases that the viewer may know of. */
export type CaseConnection = {
  readonly __typename?: 'CaseConnection';
  /** This page. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may know of. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One case in a list. */
export type CaseEdge = {
  readonly __typename?: 'CaseEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The case. */
  readonly node: Case;
};

/** The status of a case. PAUSED is derived from the consent in force, never stored. */
export type CaseStatus =
  | 'ACCEPTED'
  | 'ACTIVE'
  | 'CLOSED'
  | 'CONSENT_PENDING'
  | 'DECLINED'
  | 'PAUSED'
  | 'PROPOSED';

/** In how many running cases one category would open or close from one agency to another; told of ten or more. */
export type CellCount = {
  readonly __typename?: 'CellCount';
  /** In so many cases, in whole tens. */
  readonly cases: Scalars['Int']['output'];
  /** About what. */
  readonly category: InformationCategory;
  /** Who tells. */
  readonly from: Agency;
  /** Who is told. */
  readonly to: Agency;
};

/** A case in which something was written. */
export type ChangedCase = {
  readonly __typename?: 'ChangedCase';
  /** When the last of it was written. */
  readonly at: Scalars['DateTime']['output'];
  /** The case. */
  readonly case: Case;
  /** About what. */
  readonly categories: ReadonlyArray<InformationCategory>;
};

/** A promise of municipality and police to the citizens (medborgarlöfte). */
export type CitizenPromise = {
  readonly __typename?: 'CitizenPromise';
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** What is promised. */
  readonly text: Scalars['String']['output'];
  /** The day from which it no longer holds. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** The end of the work together, with the time for following it up. */
export type CloseCaseInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** How it went, all in all (utvärdering); the family reads it by right. */
  readonly evaluation?: InputMaybe<Scalars['String']['input']>;
  /** When the follow-up is over, within a year: every assignment ends then at the latest. */
  readonly followUpUntil: Scalars['DateTime']['input'];
  /** Why it is closed. */
  readonly reason: ClosingReason;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** How the whole went (utvärdering), as the coordinator wrote it when the case was closed. */
export type ClosingEvaluation = {
  readonly __typename?: 'ClosingEvaluation';
  /** Who wrote it. */
  readonly author: Maybe<Professional>;
  /** When it was made. */
  readonly evaluatedOn: Scalars['Date']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Its text. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** Why a case was closed. */
export type ClosingReason =
  | 'AGED_OUT'
  | 'CONSENT_ENDED'
  | 'GOALS_REACHED'
  | 'MOVED'
  | 'OTHER'
  | 'PERIOD_OVER';

/** What the proposer states about a report of concern (orosanmälan). Never the report itself. */
export type ConcernInput = {
  /** The reference of the report; with REPORTED only. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** When it was made; with REPORTED only. */
  readonly reportedOn?: InputMaybe<Scalars['Date']['input']>;
  /** That one was made, or that the young person is known to be involved. */
  readonly stand: ConcernStand;
};

/** What a proposer states about a report of concern (orosanmälan). */
export type ConcernStand =
  | 'KNOWN_TO_BE_INVOLVED'
  | 'REPORTED';

/** The code that was sent to the address. */
export type ConfirmNotificationEmailInput = {
  /** Six digits, within 30 minutes; after five wrong ones a new code is needed. */
  readonly code: Scalars['String']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** One statement of one signer (samtycke); a withdrawal is a statement of its own. */
export type Consent = Node & {
  readonly __typename?: 'Consent';
  /** From when it applies. */
  readonly appliesFrom: Scalars['DateTime']['output'];
  /** Only what was recorded within these; none is the default: all up to and during the consent, except gaps. */
  readonly dataPeriods: Maybe<ReadonlyArray<Period>>;
  /** What was stated. */
  readonly decision: ConsentDecision;
  /** Its evidence. */
  readonly evidence: Maybe<ConsentEvidence>;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** What the information may be used for. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** What it names; none where a refusal or withdrawal names everything. */
  readonly scope: Maybe<ReadonlyArray<ConsentGrant>>;
  /** Its place among the statements about its subject. */
  readonly sequence: Scalars['Int']['output'];
  /** Who stated it. */
  readonly signer: Signer;
  /** Whom the information is about. */
  readonly subjectId: Scalars['ID']['output'];
  /** Until when. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** What a signer answers who is asked in their own sign-in. */
export type ConsentAnswer =
  | 'NO'
  | 'NONE'
  | 'TALK_FIRST'
  | 'YES';

/** What a stream about consents tells. */
export type ConsentChange = AccessEnded | ConsentChanged | ResyncRequired | StreamStarted;

/** What is shared in a case changed: by a statement, by a block, or by time alone. What is no longer open is no longer there. */
export type ConsentChanged = {
  readonly __typename?: 'ConsentChanged';
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** The case, with its consents, blocks and sharing as they are now. */
  readonly case: Case;
  /** The consents, blocks and waiting forms that were recorded or answered; none when it was time alone. */
  readonly changedIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Resumes the stream behind this frame. */
  readonly cursor: Scalars['Cursor']['output'];
};

/** What one statement of one signer says. */
export type ConsentDecision =
  | 'GRANTED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** How the statement can be shown to have been made. */
export type ConsentEvidence = {
  readonly __typename?: 'ConsentEvidence';
  /** The second person who confirmed it, where the local rules ask for one. */
  readonly confirmedBy: Maybe<Professional>;
  /** SHA-256 of the scanned document. */
  readonly documentHash: Maybe<Scalars['String']['output']>;
  /** Which version of the form and its information the person was shown. */
  readonly formVersion: Scalars['String']['output'];
  /** Who informed. */
  readonly informedBy: Maybe<Professional>;
  /** In which language, by ISO 639. */
  readonly language: Scalars['String']['output'];
  /** How it was given. */
  readonly method: ConsentMethod;
  /** Who entered it on the signer's word or paper; none where the signer did so from their own view. */
  readonly recordedBy: Maybe<Professional>;
};

/** How the form can be shown to have been signed, and on which information. */
export type ConsentEvidenceInput = {
  /** SHA-256 of the scanned document, 64 hexadecimal digits. */
  readonly documentHash?: InputMaybe<Scalars['String']['input']>;
  /** Which version of the form and its information was shown. */
  readonly formVersion: Scalars['String']['input'];
  /** The professional who informed. */
  readonly informedById: Scalars['ID']['input'];
  /** The language of the information, by ISO 639, such as `sv`. */
  readonly language: Scalars['String']['input'];
  /** How it was given. */
  readonly method: ConsentMethod;
  /** The professional who heard it; required when it was given orally. */
  readonly witnessId?: InputMaybe<Scalars['ID']['input']>;
};

/** Categories that may go from one agency to another. */
export type ConsentGrant = {
  readonly __typename?: 'ConsentGrant';
  /** About what. */
  readonly categories: ReadonlyArray<InformationCategory>;
  /** Who may tell. */
  readonly from: Agency;
  /** Who may be told. */
  readonly to: Agency;
};

/** Categories that may go from one agency to another. */
export type ConsentGrantInput = {
  /** About what. */
  readonly categories: ReadonlyArray<InformationCategory>;
  /** Who may tell. */
  readonly fromId: Scalars['ID']['input'];
  /** Who may be told. */
  readonly toId: Scalars['ID']['input'];
};

/** What the signers are told of the consent, in one language, word for word. */
export type ConsentInformation = {
  readonly __typename?: 'ConsentInformation';
  /** By ISO 639, such as `sv`. */
  readonly language: Scalars['String']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
};

/** What the signers are told of the consent, in one language. */
export type ConsentInformationInput = {
  /** By ISO 639, such as `sv`. */
  readonly language: Scalars['String']['input'];
  /** The text, shown word for word. */
  readonly text: Scalars['String']['input'];
};

/** How a statement was given. */
export type ConsentMethod =
  | 'ELECTRONIC'
  | 'ORAL_WITNESSED'
  | 'WRITTEN';

/** A signed receipt of one statement: save `document` as it is; `npm run verify-receipt` checks it offline with the key at `/.well-known/jwks.json`. */
export type ConsentReceipt = {
  readonly __typename?: 'ConsentReceipt';
  /** The statement. */
  readonly consentId: Scalars['ID']['output'];
  /** Text in Swedish and English, then a signature (JWS, EdDSA) over the text and a statement for machines. */
  readonly document: Scalars['String']['output'];
};

/** What the family is asked to say yes or no to, each in their own sign-in (`answerConsentRequest`). It opens nothing by itself. */
export type ConsentRequest = {
  readonly __typename?: 'ConsentRequest';
  /** Everybody who has to sign now, and what they have answered. */
  readonly answers: ReadonlyArray<ConsentRequestAnswer>;
  /** When it was asked. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** Who asks. */
  readonly askedBy: Maybe<Professional>;
  /** Whether one says yes and another no. */
  readonly disputed: Scalars['Boolean']['output'];
  /** Which version of the form and its information is shown. */
  readonly formVersion: Scalars['String']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** The information, in each language that there is. */
  readonly information: ReadonlyArray<ConsentInformation>;
  /** What the information may be used for. */
  readonly purpose: Scalars['String']['output'];
  /** What a yes of all would open. */
  readonly scope: ReadonlyArray<ConsentGrant>;
  /** Whom the information is about. */
  readonly subjectId: Scalars['ID']['output'];
  /** Until when a yes lasts. */
  readonly until: Scalars['DateTime']['output'];
};

/** Where one of those who have to sign stands. */
export type ConsentRequestAnswer = {
  readonly __typename?: 'ConsentRequestAnswer';
  /** The last answer; NONE as long as there is none. */
  readonly answer: ConsentAnswer;
  /** When it was given. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** Who. */
  readonly signer: Signer;
};

/** The coordinator's public contact card: for everybody, case or no case. */
export type ContactCard = {
  readonly __typename?: 'ContactCard';
  /** E-mail. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** How else to reach the coordinator, in words. */
  readonly reachedThrough: Maybe<Scalars['String']['output']>;
  /** The municipality's switchboard (växel). */
  readonly switchboard: Maybe<Scalars['String']['output']>;
  /** Direct telephone. */
  readonly telephone: Maybe<Scalars['String']['output']>;
};

/** A note that takes the place of an earlier one, which stays as it was. */
export type CorrectNoteInput = {
  /** The newest note; one that was corrected already is corrected no more. */
  readonly noteId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The text as it should be. */
  readonly text: Scalars['String']['input'];
};

/** The plan of a case; its frame is held by the coordinator's agency. */
export type CreatePlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The professional of the case who answers for the whole; yourself if left out. */
  readonly overallResponsibleId?: InputMaybe<Scalars['ID']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** A guardian's custody of a person of the case (vårdnad från–till). */
export type CustodyInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The first day. */
  readonly from: Scalars['Date']['input'];
  /** The guardian. */
  readonly guardianId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The child; the young person if left out. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** The day from which it no longer holds. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** A guardian's custody of the young person (vårdnad från–till), FB 6 ch. */
export type CustodyPeriod = {
  readonly __typename?: 'CustodyPeriod';
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** From when the guardian is recorded as prevented (FB 6:13). */
  readonly preventedFrom: Maybe<Scalars['Date']['output']>;
  /** The day from which the guardian is prevented no longer. */
  readonly preventedUntil: Maybe<Scalars['Date']['output']>;
  /** The day from which it no longer holds. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** The action that a decision becomes, in the decision's category. */
export type DecidedActionInput = {
  /** When it is to be done. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The goal that it serves; none if left out. */
  readonly goalId?: InputMaybe<Scalars['ID']['input']>;
  /** Who is responsible. */
  readonly responsible: ResponsibleInput;
  /** Whom it supports; the young person if left out. */
  readonly supports?: InputMaybe<Supported>;
  /** What is to be done; the decision's text if left out. */
  readonly what?: InputMaybe<Scalars['String']['input']>;
};

/** What the meeting decided (beslut). */
export type DecisionInput = {
  /** The action that it becomes; none if left out. */
  readonly action?: InputMaybe<DecidedActionInput>;
  /** What it is about. */
  readonly category: InformationCategory;
  /** What was decided. */
  readonly text: Scalars['String']['input'];
};

/** The municipality does not take the case on. */
export type DeclineProposalInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Why; read by the coordinator alone, until all of it is destroyed. */
  readonly reason: Scalars['String']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** One field of a copied piece. */
export type DisclosedField = {
  readonly __typename?: 'DisclosedField';
  /** Its name in the piece; `objection` is what the family says against it. */
  readonly name: Scalars['String']['output'];
  /** What it said when it was disclosed. */
  readonly text: Scalars['String']['output'];
};

/** A piece as it was when it was disclosed. */
export type DisclosedPiece = {
  readonly __typename?: 'DisclosedPiece';
  /** What it is about. */
  readonly category: InformationCategory;
  /** What it said. */
  readonly content: ReadonlyArray<DisclosedField>;
  /** Identifier of the copy. */
  readonly id: Scalars['ID']['output'];
  /** What it is a copy of, such as NOTE or SITUATION. */
  readonly kind: Scalars['String']['output'];
  /** When the piece was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** Why something was open to whoever read it. */
export type DisclosureBasis =
  | 'CONSENT'
  | 'DISCLOSURE'
  | 'OWN_AGENCY'
  | 'OWN_RIGHT'
  | 'RULE';

/** The ground on which a holder may disclose without consent, by statute; each has limits of its own. */
export type DisclosureGround =
  | 'LAG_2025_170_4'
  | 'LAG_2025_170_6'
  | 'LAG_2025_170_7'
  | 'OSL_10_2'
  | 'OSL_10_15_A'
  | 'OSL_10_18_A'
  | 'OSL_10_27'
  | 'SOL_19_1'
  | 'SOL_20_6';

/** What somebody is in the group round the case for (uppdrag). */
export type Duty =
  | 'CONTACT'
  | 'MEMBER'
  | 'PLAN_RESPONSIBLE'
  | 'STAND_IN';

/** Placement and work, held by social services. */
export type EmploymentSituation = {
  readonly __typename?: 'EmploymentSituation';
  /** Placement (praktik). */
  readonly placement: Maybe<Scalars['String']['output']>;
  /** Whether the young person works. */
  readonly works: Maybe<Scalars['Boolean']['output']>;
};

/** Somebody's place in the group round the case ends now. */
export type EndAssignmentInput = {
  /** The assignment, as `Participant.id` or `AgencyAssignment.id` gives it. */
  readonly participantId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** The end of a custody, as a court or an agreement has set it. */
export type EndCustodyInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The guardian. */
  readonly guardianId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The child; the young person if left out. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** The day from which it no longer holds. */
  readonly until: Scalars['Date']['input'];
};

/** A disclosure that the holder ends before its time. */
export type EndDisclosureInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The disclosure, as `Case.disclosures` gives it. */
  readonly disclosureId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Somebody's place in a group ends now. */
export type EndGroupMemberInput = {
  /** The place, as `GroupMember.id` gives it. */
  readonly memberId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** From a day on somebody is no longer one of those round the young person. */
export type EndImportantPersonInput = {
  /** The day from which; today if left out. The first day itself takes back what was entered by mistake. */
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The person, by `OtherImportantPerson.id`. */
  readonly importantPersonId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** What a consent carries and soon will not. */
export type EndingConsent = {
  readonly __typename?: 'EndingConsent';
  /** When it ends, unless it is renewed. */
  readonly at: Scalars['DateTime']['output'];
  /** The case. */
  readonly case: Case;
  /** How many categories close, each from one agency to another. */
  readonly cells: Scalars['Int']['output'];
};

/** How one value is called in the language of the request. */
export type EnumLabel = {
  readonly __typename?: 'EnumLabel';
  /** What it means to the reader and what to do; for reasons, and where the label says too little. */
  readonly explanation: Maybe<Scalars['String']['output']>;
  /** What to show for it. */
  readonly label: Scalars['String']['output'];
  /** The value, as it stands in the schema. */
  readonly value: Scalars['String']['output'];
};

/** The labels of one enum. */
export type EnumLabels = {
  readonly __typename?: 'EnumLabels';
  /** The name of the enum; `ErrorCode` for the values of `extensions.code`. */
  readonly name: Scalars['String']['output'];
  /** Every value of it. */
  readonly values: ReadonlyArray<EnumLabel>;
};

/** How an action went, held by the evaluator's own agency. */
export type EvaluateActionInput = {
  /** The action. */
  readonly actionId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** How it went. */
  readonly text: Scalars['String']['input'];
};

/** How an action went (utvärdering), by one agency or by the young person. */
export type Evaluation = Node & {
  readonly __typename?: 'Evaluation';
  /** Who wrote it; none where the young person did. */
  readonly author: Maybe<Professional>;
  /** What it is about. */
  readonly category: InformationCategory;
  /** When it was made. */
  readonly evaluatedOn: Scalars['Date']['output'];
  /** The agency that holds it. */
  readonly holder: Agency;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Its text. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** How much of what was recorded until now is open, by consent; whatever is stored. */
export type Extent =
  | 'ALL'
  | 'NONE'
  | 'SOME';

/** One difference between two versions. */
export type FieldChange = {
  readonly __typename?: 'FieldChange';
  /** Which field, by its name in this schema. */
  readonly field: Scalars['String']['output'];
  /** Before; none in a first version. */
  readonly from: Maybe<Scalars['String']['output']>;
  /** After. */
  readonly to: Maybe<Scalars['String']['output']>;
};

/** A part of the municipality (område) that the work turns to first. */
export type FocusArea = {
  readonly __typename?: 'FocusArea';
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The promise that it is tied to. */
  readonly promise: Maybe<CitizenPromise>;
};

/** A goal (mål) in one area of life. */
export type Goal = Node & {
  readonly __typename?: 'Goal';
  /** Its actions that the viewer may see. */
  readonly actions: ReadonlyArray<Action>;
  /** The area of life. */
  readonly area: InformationCategory;
  /** The agency that holds it. */
  readonly holder: Agency;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** In the young person's own words. */
  readonly inOwnWords: Maybe<Scalars['String']['output']>;
  /** In the professionals' words. */
  readonly inProfessionalWords: Maybe<Scalars['String']['output']>;
  /** Counts up with every change of this goal. */
  readonly version: Scalars['Int']['output'];
};

/** A ground for disclosing without consent as the law has it from one day until another. */
export type GroundInLaw = {
  readonly __typename?: 'GroundInLaw';
  /** Everybody whom the pieces are about is younger; any age if none. */
  readonly belowAge: Maybe<Scalars['Int']['output']>;
  /** About what. */
  readonly categories: ReadonlyArray<InformationCategory>;
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** The ground; `discloseWithoutConsent` takes it. */
  readonly ground: DisclosureGround;
  /** Which kinds of agency may disclose on it. */
  readonly holders: ReadonlyArray<AgencyKind>;
  /** The paragraph, as it is quoted. */
  readonly paragraph: Scalars['String']['output'];
  /** To which kinds of agency. */
  readonly recipients: ReadonlyArray<AgencyKind>;
  /** The act that gave it these words: its number in Svensk författningssamling. */
  readonly sfs: Scalars['String']['output'];
  /** The day from which it no longer applies; open if none. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** The operative group (operativ grupp) or the steering group (styrgrupp) of a municipality. */
export type Group = {
  readonly __typename?: 'Group';
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Which of the two. */
  readonly kind: GroupKind;
  /** Its members now, by name. */
  readonly members: ReadonlyArray<GroupMember>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** What somebody is in a group. */
export type GroupFunction =
  | 'CHAIR'
  | 'DEPUTY'
  | 'MEMBER';

/** The kind of group: operative (operativ grupp) or steering (styrgrupp). */
export type GroupKind =
  | 'OPERATIVE'
  | 'STEERING';

/** A place in a group for a time. */
export type GroupMember = {
  readonly __typename?: 'GroupMember';
  /** From when. */
  readonly from: Scalars['DateTime']['output'];
  /** What as. */
  readonly function: GroupFunction;
  /** Identifier; `endGroupMember` takes it. */
  readonly id: Scalars['ID']['output'];
  /** Who. */
  readonly professional: Maybe<Professional>;
  /** Until when; open if none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** A guardian (vårdnadshavare); a piece in category FAMILY. */
export type Guardian = Node & {
  readonly __typename?: 'Guardian';
  /** When custody holds. */
  readonly custody: ReadonlyArray<CustodyPeriod>;
  /** Family name. */
  readonly familyName: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly givenName: Maybe<Scalars['String']['output']>;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
};

/** Something that whoever signed in may act as. */
export type HeldCapacity = {
  readonly __typename?: 'HeldCapacity';
  /** The name of the agency of a role. */
  readonly agency: Maybe<Scalars['String']['output']>;
  /** The capacity. */
  readonly capacity: Capacity;
  /** The number of the case, for the family. */
  readonly caseNumber: Maybe<Scalars['String']['output']>;
  /** What picks it; `viewer.id` once it is picked. */
  readonly id: Scalars['ID']['output'];
  /** The name of the municipality. */
  readonly municipality: Scalars['String']['output'];
  /** The profession of a role. */
  readonly profession: Maybe<Scalars['String']['output']>;
};

/** By what an identity provider tells who somebody is. */
export type IdentityKind =
  | 'EMAIL'
  | 'HSA_ID'
  | 'PERSONAL_IDENTITY_NUMBER'
  | 'SUBJECT';

/** What a piece of information is about; a consent names categories from this list. */
export type InformationCategory =
  | 'CONTACT'
  | 'EMPLOYMENT'
  | 'FAMILY'
  | 'HEALTH'
  | 'IDENTITY'
  | 'LEISURE'
  | 'MEETING'
  | 'OFFENDING'
  | 'PLAN'
  | 'SCHOOL_ATTENDANCE'
  | 'SCHOOL_RESULTS'
  | 'SOCIAL_SUPPORT'
  | 'STUDENT_HEALTH'
  | 'SUBSTANCE_USE';

/** A call (kallelse) of one person to a meeting; only persons covered by consent are called. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  /** What this person answered. */
  readonly answer: InvitationAnswer;
  /** Whether this person came (närvaro). */
  readonly attendance: Attendance;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Who is called; none where the viewer may not see that person. */
  readonly invitee: Maybe<Invitee>;
  /** Whether the professional who is called is called to another planned meeting of the municipality at that time, in whichever case; never which. For the coordinator; none for the family. */
  readonly isBusy: Maybe<Scalars['Boolean']['output']>;
  /** Whether the meeting needs this person. */
  readonly required: Scalars['Boolean']['output'];
  /** Whether the call no longer holds, because consent or the assignment does not cover this person any more; for family and coordinator. */
  readonly takenBack: Maybe<Scalars['Boolean']['output']>;
  /** Whether the coordinator took the call back; whoever was called may be called again. */
  readonly withdrawn: Scalars['Boolean']['output'];
};

/** What somebody who was invited answered. */
export type InvitationAnswer =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'NONE';

/** Calls people to a planned meeting: all of them, or none. */
export type InviteInput = {
  /** Who; at most 50, each once. */
  readonly invitees: ReadonlyArray<InviteeInput>;
  /** The meeting. */
  readonly meetingId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Who is called to a meeting. */
export type Invitee = Guardian | OtherImportantPerson | Professional | YoungPerson;

/** Who is called: exactly one of the two ids. */
export type InviteeInput = {
  /** The young person, a guardian, or another important person of the case. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** A professional who is assigned to the case. */
  readonly professionalId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the meeting needs this person; as the local rules say if left out. */
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the leisure services know. */
export type LeisureSituation = {
  readonly __typename?: 'LeisureSituation';
  /** Activities that the young person takes part in. */
  readonly activities: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Marks as read; what is marked already, or is not yours, stays as it is. */
export type MarkNotificationsReadInput = {
  /** The notifications, at most 200. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  /** Chosen by the client; marking again changes nothing, whatever it is. */
  readonly requestId: Scalars['ID']['input'];
};

/** A meeting (SIG-träff) of the group round the case. */
export type Meeting = Node & {
  readonly __typename?: 'Meeting';
  /** The agenda, in its order. */
  readonly agenda: ReadonlyArray<AgendaItem>;
  /** The case that it belongs to, for `case(id:)`. */
  readonly caseId: Scalars['ID']['output'];
  /** What was decided, in its order. */
  readonly decisions: ReadonlyArray<MeetingDecision>;
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Who is called, and who came. */
  readonly invitations: ReadonlyArray<Invitation>;
  /** What kind of meeting. */
  readonly kind: MeetingKind;
  /** What the coordinator wrote down. */
  readonly minutes: Maybe<MeetingMinutes>;
  /** Parties that the local rules need at such a meeting and that nobody stands for among those whom the viewer sees called. */
  readonly missingParties: ReadonlyArray<MeetingParty>;
  /** Where; withheld under protected identity. */
  readonly place: Maybe<Scalars['String']['output']>;
  /** When it starts. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Planned, held or cancelled. */
  readonly status: MeetingStatus;
  /** Counts up with every change of the meeting, its place or its agenda that the viewer may see; what changes rests on is the version that its sender sees. */
  readonly version: Scalars['Int']['output'];
};

/** What a stream about meetings tells. */
export type MeetingChange = AccessEnded | MeetingChanged | ResyncRequired | StreamStarted;

/** A meeting as the viewer may see it now: it was changed, or other things of it are open than before. */
export type MeetingChanged = {
  readonly __typename?: 'MeetingChanged';
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** Resumes the stream behind this frame. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The meeting; never none in a frame. */
  readonly meeting: Maybe<Meeting>;
};

/** Meetings that the viewer may see, in time order. */
export type MeetingConnection = {
  readonly __typename?: 'MeetingConnection';
  /** This page. */
  readonly edges: ReadonlyArray<MeetingEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a meeting decided (beslut). */
export type MeetingDecision = Node & {
  readonly __typename?: 'MeetingDecision';
  /** The action that it became, where the viewer may see it. */
  readonly action: Maybe<Action>;
  /** What it is about. */
  readonly category: InformationCategory;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** What was decided. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** When the group is to meet next by the cadence of the local rules, from what the viewer sees was held. */
export type MeetingDue = {
  readonly __typename?: 'MeetingDue';
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** Whether the last day has passed. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The last day. */
  readonly through: Scalars['Date']['output'];
};

/** One meeting in a list. */
export type MeetingEdge = {
  readonly __typename?: 'MeetingEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The meeting. */
  readonly node: Meeting;
};

/** The kind of meeting (SIG-träff). */
export type MeetingKind =
  | 'CLOSING'
  | 'FIRST'
  | 'FOLLOW_UP'
  | 'INTRODUCTION'
  | 'STEERING';

/** What the coordinator wrote down (minnesanteckningar). */
export type MeetingMinutes = {
  readonly __typename?: 'MeetingMinutes';
  /** Who wrote them. */
  readonly author: Maybe<Professional>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Their text. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** Whom a kind of meeting needs, and whom it may have besides. */
export type MeetingParties = {
  readonly __typename?: 'MeetingParties';
  /** The kind of meeting. */
  readonly kind: MeetingKind;
  /** Parties that it may have. */
  readonly optional: ReadonlyArray<MeetingParty>;
  /** Parties that it needs. */
  readonly required: ReadonlyArray<MeetingParty>;
};

/** Whom one kind of meeting needs, and whom it may have besides. */
export type MeetingPartiesInput = {
  /** Which kind of meeting; each once. */
  readonly kind: MeetingKind;
  /** Who may be called besides; nobody who must. */
  readonly optional: ReadonlyArray<MeetingParty>;
  /** Who must be called. */
  readonly required: ReadonlyArray<MeetingParty>;
};

/** A party that a kind of meeting needs or may have, by the local rules. */
export type MeetingParty =
  | 'COORDINATOR'
  | 'GUARDIAN'
  | 'LEISURE'
  | 'POLICE'
  | 'SCHOOL'
  | 'SOCIAL_SERVICES'
  | 'YOUNG_PERSON';

/** Whether a meeting is planned, held or cancelled. */
export type MeetingStatus =
  | 'CANCELLED'
  | 'HELD'
  | 'PLANNED';

/** A municipality with its own rules and agencies. */
export type Municipality = Node & {
  readonly __typename?: 'Municipality';
  /** Its agencies, parents and branches alike. */
  readonly agencies: ReadonlyArray<Agency>;
  /** Its code (kommunkod) by Statistics Sweden. */
  readonly code: Scalars['String']['output'];
  /** How to reach the coordinator. */
  readonly coordinatorContact: Maybe<ContactCard>;
  /** The law on disclosing without consent, every row with its dates: what was, is and will be in force. */
  readonly disclosureGrounds: ReadonlyArray<GroundInLaw>;
  /** Where the work turns to first; none where nothing is said. */
  readonly focusAreas: ReadonlyArray<FocusArea>;
  /** The operative and the steering group, with their members. */
  readonly groups: ReadonlyArray<Group>;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The part of them that the citizens may read, of the terms for which it was published. */
  readonly publicReports: ReadonlyArray<SteeringReport>;
  /** The local rules in force. */
  readonly rulePack: RulePack;
  /** Rules that ask for less than those before and wait for a second administrator, newest first. */
  readonly rulePackDrafts: ReadonlyArray<RulePackDraft>;
  /** Every version of the local rules that was ever published, newest first; those ahead too. */
  readonly rulePacks: ReadonlyArray<RulePack>;
  /** The steering group's meetings, the latest first; for its members, coordinators and administrators, null for others. */
  readonly steeringMeetings: Maybe<SteeringMeetingConnection>;
  /** What was told of each term in numbers, the latest first; for members of the steering group, coordinators and administrators, null for others. */
  readonly steeringReports: Maybe<ReadonlyArray<SteeringReport>>;
  /** This term: how often the steering group is to meet and how far it has come; null where the local rules say nothing, and for whoever its meetings are not open to. */
  readonly steeringTerm: Maybe<SteeringTerm>;
};


/** A municipality with its own rules and agencies. */
export type MunicipalitySteeringMeetingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a proposed case on; by the coordinator. */
  readonly acceptProposal: Maybe<Case>;
  /** Adds an action, held by the viewer's own agency. */
  readonly addAction: Maybe<Action>;
  /** Adds a goal, held by the viewer's own agency. */
  readonly addGoal: Maybe<Goal>;
  /** Gives somebody a place in the operative or the steering group; by an administrator. */
  readonly addGroupMember: Maybe<GroupMember>;
  /** Adds a guardian with custody of the young person; by the coordinator. */
  readonly addGuardian: Maybe<Case>;
  /** Names somebody else who matters to the young person, who gets no login; by the coordinator. */
  readonly addImportantPerson: Maybe<OtherImportantPerson>;
  /** Adds somebody else whom information is about, such as a sibling or a friend, with their own signers; by the coordinator. */
  readonly addSubject: Maybe<Subject>;
  /** Answers for oneself what the coordinator asks: yes, no, or that one wants to talk first; a later answer takes the place of an earlier one. By whoever has to sign. */
  readonly answerConsentRequest: Maybe<ConsentRequest>;
  /** Answers an invitation; for whoever is called. */
  readonly answerInvitation: Maybe<Meeting>;
  /** Asks the signers for a consent, each in their own sign-in: which information may go from whom to whom, for what, until when, with the information text; by the coordinator. It opens nothing by itself. */
  readonly askForConsent: Maybe<ConsentRequest>;
  /** Asks somebody to take part; it takes effect with their yes, or that of their unit manager. By the coordinator. */
  readonly assign: Maybe<AssignmentRequest>;
  /** Sets a block (spärr): by a signer, or by the holder about its own information. It beats every consent. */
  readonly block: Maybe<Block>;
  /** Cancels a planned meeting; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`. */
  readonly cancelMeeting: Maybe<Meeting>;
  /** Cancels a planned meeting of the steering group; for the coordinator. */
  readonly cancelSteeringMeeting: Maybe<SteeringMeeting>;
  /** Closes a case; for the coordinator. Meetings that are planned behind the follow-up are cancelled; within it, follow-up meetings go on while the consent stands. */
  readonly closeCase: Maybe<Case>;
  /** Says yes to taking part; by who is asked, or the unit manager of that agency. */
  readonly confirmAssignment: Maybe<AssignmentRequest>;
  /** Confirms a waiting form, by somebody else than who entered it: from now on it is a consent. None where the details are not the viewer's to see. */
  readonly confirmConsent: Maybe<ReadonlyArray<Consent>>;
  /** Confirms the address by the code that was sent there. */
  readonly confirmNotificationEmail: Maybe<Viewer>;
  /** Publishes rules that wait, by another administrator than who entered them. */
  readonly confirmRulePack: Maybe<RulePack>;
  /** Corrects a note of the viewer's own agency by a new one; the earlier one stays as it was. */
  readonly correctNote: Maybe<Note>;
  /** Makes the viewer's calendar feed, in the place of an earlier one. */
  readonly createCalendarFeed: Maybe<CalendarFeed>;
  /** Makes the frame of the case's one plan; for the coordinator's agency. */
  readonly createPlan: Maybe<Plan>;
  /** Says no to taking part; by who is asked, or the unit manager of that agency. */
  readonly declineAssignment: Maybe<AssignmentRequest>;
  /** Declines a proposal, which is then destroyed when the municipality’s time is over; by the coordinator. */
  readonly declineProposal: Maybe<Case>;
  /** Discloses named pieces of the own agency to one named professional, without consent and on a ground in law. It opens nothing; the recipient reads the copy in `receivedDisclosures` until its end. */
  readonly discloseWithoutConsent: Maybe<StatutoryDisclosure>;
  /** Ends an assignment at once; a professional the own one, a unit manager those of the own agency, the coordinator any other. None where the case is not yours, or thereby no longer. */
  readonly endAssignment: Maybe<Participant>;
  /** Records when a custody ends; by the coordinator. */
  readonly endCustody: Maybe<Case>;
  /** Ends a disclosure of the own agency before its time: its copy is read no longer. */
  readonly endDisclosure: Maybe<StatutoryDisclosure>;
  /** Ends a place in a group at once; by an administrator. */
  readonly endGroupMember: Maybe<GroupMember>;
  /** From a day on somebody is no longer one of those round the young person: not called in, nothing new to do; by the coordinator. */
  readonly endImportantPerson: Maybe<OtherImportantPerson>;
  /** Adds how an action went; by the agency of whoever is responsible, the coordinator, or the young person about own actions. */
  readonly evaluateAction: Maybe<Action>;
  /** Holds a piece of the own agency back from everybody else, whatever is consented; without any trace for them. */
  readonly holdBack: Maybe<Case>;
  /** Calls people to a planned meeting; for the coordinator. CONSENT_REQUIRED for anyone whom consent does not cover, and then nobody is called. */
  readonly invite: Maybe<Meeting>;
  /** Keeps a piece of the own agency from one guardian (OSL 12:3). */
  readonly keepFromGuardian: Maybe<Case>;
  /** Marks the viewer's own notifications as read. */
  readonly markNotificationsRead: Maybe<Viewer>;
  /** Objects to a note; for the young person and the guardians. The objection is shown with the note. */
  readonly object: Maybe<Note>;
  /** Proposes a young person for the group; by any professional of the municipality. */
  readonly propose: Maybe<Proposal>;
  /** Protects the whereabouts of a person from now on, or ends the protection; by the coordinator. */
  readonly protectPerson: Maybe<Case>;
  /** Publishes a new version of the municipality's rules; by an administrator. What every case opens follows at once, or from `validFrom` on. Rules that ask for less than those before apply a week ahead at the earliest, and wait for another administrator in `Municipality.rulePackDrafts`; then the answer is none. */
  readonly publishRulePack: Maybe<RulePack>;
  /** Counts and publishes the report of a term that is over, once and for all; by an administrator, who is shown no case for it. Terms are reported in their order. */
  readonly publishSteeringReport: Maybe<SteeringReport>;
  /** Records in which of the focus areas the young person is at home, for the report of the term; by the coordinator. */
  readonly recordArea: Maybe<YoungPerson>;
  /** Records one form: all its signers and cells, together or not at all. Where the local rules ask for a second person, only a no is recorded at once; the form waits in `Case.pendingConsents`. None where the details are not the viewer's to see. */
  readonly recordConsent: Maybe<ReadonlyArray<Consent>>;
  /** Records a custody; by the coordinator. */
  readonly recordCustody: Maybe<Case>;
  /** Maps the needs in one area of life, for the viewer's own agency; earlier mappings stay as history. */
  readonly recordMapping: Maybe<NeedsMapping>;
  /** Records a meeting that was held: who came, the minutes, the decisions and the actions they become, in one step; for the coordinator. */
  readonly recordMeeting: Maybe<Meeting>;
  /** Records how a wanted effect stands, as the own agency knows it; by its professionals. */
  readonly recordOutcome: Maybe<Outcome>;
  /** Records that a custodian is prevented from signing between two days (FB 6:13); by the coordinator. */
  readonly recordPrevention: Maybe<Case>;
  /** Records what the own agency knows of the situation; an earlier statement of a category gives way. */
  readonly recordSituation: Maybe<Case>;
  /** Records that a meeting of the steering group was held, who came, and the minutes; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`. */
  readonly recordSteeringMeeting: Maybe<SteeringMeeting>;
  /** Rejects a waiting form, by somebody else than who entered it: it is gone and has opened nothing. */
  readonly rejectConsent: Maybe<Case>;
  /** Takes rules back that wait, or rejects them; by an administrator, also who entered them. */
  readonly rejectRulePack: Maybe<Municipality>;
  /** Releases a piece that was held back. */
  readonly release: Maybe<Case>;
  /** An accepted case waits for the consent of the family from now on; by the coordinator. */
  readonly requestConsent: Maybe<Case>;
  /** Moves a planned meeting to another time; for the coordinator. If somebody else was faster than the version given: CONFLICT, with the meeting as it is in `extensions.current`. */
  readonly rescheduleMeeting: Maybe<Meeting>;
  /** Moves a planned meeting of the steering group; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`. */
  readonly rescheduleSteeringMeeting: Maybe<SteeringMeeting>;
  /** Revokes the viewer's calendar feed at once. */
  readonly revokeCalendarFeed: Maybe<Viewer>;
  /** Schedules a meeting; for the coordinator. */
  readonly scheduleMeeting: Maybe<Meeting>;
  /** Schedules a series of follow-up meetings by the cadence of the local rules; for the coordinator. */
  readonly scheduleMeetingSeries: Maybe<ReadonlyArray<Meeting>>;
  /** Plans a meeting of the steering group; for the coordinator. It is about no single case. */
  readonly scheduleSteeringMeeting: Maybe<SteeringMeeting>;
  /** Sets the whole agenda of a planned meeting; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`. */
  readonly setAgenda: Maybe<Meeting>;
  /** Sets the viewer's own e-mail address and sends a code there, which `confirmNotificationEmail` takes; null takes it back. Mails have no content, and come at most every fifteen minutes. */
  readonly setNotificationEmail: Maybe<Viewer>;
  /** Says by which personal identity number the young person or a guardian signs in; by the coordinator. They see their case as soon as they do. */
  readonly setPersonSignIn: Maybe<Case>;
  /** Says by which sign-in a professional comes in, in whichever of their roles; by an administrator. */
  readonly setProfessionalSignIn: Maybe<Professional>;
  /** Shows a guardian again what was kept from them. */
  readonly showToGuardian: Maybe<Case>;
  /** States what lets the coordinator know whom a blind proposal is about; by whoever proposed. */
  readonly stateBasis: Maybe<Proposal>;
  /** Lifts a block, by whoever set it; one of a signer also by the coordinator on the signer’s word. */
  readonly unblock: Maybe<Block>;
  /** Changes an action. If somebody else was faster: CONFLICT, with the action as it is in `extensions.current`. */
  readonly updateAction: Maybe<Action>;
  /** Changes the words of a goal. If somebody else was faster: CONFLICT, with the goal as it is in `extensions.current`. */
  readonly updateGoal: Maybe<Goal>;
  /** Takes a consent back, wholly or in part, at once: by the signer, or by the coordinator or an assigned professional on the signer's word. None where the details are not the viewer's to see. */
  readonly withdrawConsent: Maybe<Consent>;
  /** Takes back a call to a planned meeting; for the coordinator. Consent that ends takes back calls by itself. */
  readonly withdrawInvitation: Maybe<Meeting>;
  /** Writes a note for the viewer's own agency. A note is never overwritten. */
  readonly writeNote: Maybe<Note>;
};


export type MutationAcceptProposalArgs = {
  input: AcceptProposalInput;
};


export type MutationAddActionArgs = {
  input: AddActionInput;
};


export type MutationAddGoalArgs = {
  input: AddGoalInput;
};


export type MutationAddGroupMemberArgs = {
  input: AddGroupMemberInput;
};


export type MutationAddGuardianArgs = {
  input: AddGuardianInput;
};


export type MutationAddImportantPersonArgs = {
  input: AddImportantPersonInput;
};


export type MutationAddSubjectArgs = {
  input: AddSubjectInput;
};


export type MutationAnswerConsentRequestArgs = {
  input: AnswerConsentRequestInput;
};


export type MutationAnswerInvitationArgs = {
  input: AnswerInvitationInput;
};


export type MutationAskForConsentArgs = {
  input: AskForConsentInput;
};


export type MutationAssignArgs = {
  input: AssignInput;
};


export type MutationBlockArgs = {
  input: BlockInput;
};


export type MutationCancelMeetingArgs = {
  input: CancelMeetingInput;
};


export type MutationCancelSteeringMeetingArgs = {
  input: CancelSteeringMeetingInput;
};


export type MutationCloseCaseArgs = {
  input: CloseCaseInput;
};


export type MutationConfirmAssignmentArgs = {
  input: AnswerAssignmentInput;
};


export type MutationConfirmConsentArgs = {
  input: AnswerConsentFormInput;
};


export type MutationConfirmNotificationEmailArgs = {
  input: ConfirmNotificationEmailInput;
};


export type MutationConfirmRulePackArgs = {
  input: AnswerRulePackDraftInput;
};


export type MutationCorrectNoteArgs = {
  input: CorrectNoteInput;
};


export type MutationCreateCalendarFeedArgs = {
  input: CalendarFeedInput;
};


export type MutationCreatePlanArgs = {
  input: CreatePlanInput;
};


export type MutationDeclineAssignmentArgs = {
  input: AnswerAssignmentInput;
};


export type MutationDeclineProposalArgs = {
  input: DeclineProposalInput;
};


export type MutationDiscloseWithoutConsentArgs = {
  input: StatutoryDisclosureInput;
};


export type MutationEndAssignmentArgs = {
  input: EndAssignmentInput;
};


export type MutationEndCustodyArgs = {
  input: EndCustodyInput;
};


export type MutationEndDisclosureArgs = {
  input: EndDisclosureInput;
};


export type MutationEndGroupMemberArgs = {
  input: EndGroupMemberInput;
};


export type MutationEndImportantPersonArgs = {
  input: EndImportantPersonInput;
};


export type MutationEvaluateActionArgs = {
  input: EvaluateActionInput;
};


export type MutationHoldBackArgs = {
  caseId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<InformationCategory>;
  pieceId?: InputMaybe<Scalars['ID']['input']>;
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationInviteArgs = {
  input: InviteInput;
};


export type MutationKeepFromGuardianArgs = {
  caseId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<InformationCategory>;
  guardianId: Scalars['ID']['input'];
  pieceId?: InputMaybe<Scalars['ID']['input']>;
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationObjectArgs = {
  input: ObjectInput;
};


export type MutationProposeArgs = {
  input: ProposeInput;
};


export type MutationProtectPersonArgs = {
  input: ProtectionInput;
};


export type MutationPublishRulePackArgs = {
  input: PublishRulePackInput;
};


export type MutationPublishSteeringReportArgs = {
  input: PublishSteeringReportInput;
};


export type MutationRecordAreaArgs = {
  input: RecordAreaInput;
};


export type MutationRecordConsentArgs = {
  input: RecordConsentInput;
};


export type MutationRecordCustodyArgs = {
  input: CustodyInput;
};


export type MutationRecordMappingArgs = {
  input: RecordMappingInput;
};


export type MutationRecordMeetingArgs = {
  input: RecordMeetingInput;
};


export type MutationRecordOutcomeArgs = {
  input: RecordOutcomeInput;
};


export type MutationRecordPreventionArgs = {
  input: CustodyInput;
};


export type MutationRecordSituationArgs = {
  input: RecordSituationInput;
};


export type MutationRecordSteeringMeetingArgs = {
  input: RecordSteeringMeetingInput;
};


export type MutationRejectConsentArgs = {
  input: AnswerConsentFormInput;
};


export type MutationRejectRulePackArgs = {
  input: AnswerRulePackDraftInput;
};


export type MutationReleaseArgs = {
  caseId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<InformationCategory>;
  pieceId?: InputMaybe<Scalars['ID']['input']>;
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationRequestConsentArgs = {
  input: RequestConsentInput;
};


export type MutationRescheduleMeetingArgs = {
  input: RescheduleMeetingInput;
};


export type MutationRescheduleSteeringMeetingArgs = {
  input: RescheduleSteeringMeetingInput;
};


export type MutationRevokeCalendarFeedArgs = {
  input: CalendarFeedInput;
};


export type MutationScheduleMeetingArgs = {
  input: ScheduleMeetingInput;
};


export type MutationScheduleMeetingSeriesArgs = {
  input: ScheduleMeetingSeriesInput;
};


export type MutationScheduleSteeringMeetingArgs = {
  input: ScheduleSteeringMeetingInput;
};


export type MutationSetAgendaArgs = {
  input: SetAgendaInput;
};


export type MutationSetNotificationEmailArgs = {
  input: SetNotificationEmailInput;
};


export type MutationSetPersonSignInArgs = {
  input: SetPersonSignInInput;
};


export type MutationSetProfessionalSignInArgs = {
  input: SetProfessionalSignInInput;
};


export type MutationShowToGuardianArgs = {
  caseId?: InputMaybe<Scalars['ID']['input']>;
  category?: InputMaybe<InformationCategory>;
  guardianId: Scalars['ID']['input'];
  pieceId?: InputMaybe<Scalars['ID']['input']>;
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationStateBasisArgs = {
  input: StateBasisInput;
};


export type MutationUnblockArgs = {
  blockId: Scalars['ID']['input'];
  requestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationUpdateActionArgs = {
  input: UpdateActionInput;
};


export type MutationUpdateGoalArgs = {
  input: UpdateGoalInput;
};


export type MutationWithdrawConsentArgs = {
  caseId?: InputMaybe<Scalars['ID']['input']>;
  consentId?: InputMaybe<Scalars['ID']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  requestId?: InputMaybe<Scalars['ID']['input']>;
  scope?: InputMaybe<ReadonlyArray<ConsentGrantInput>>;
  signerId?: InputMaybe<Scalars['ID']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationWithdrawInvitationArgs = {
  input: WithdrawInvitationInput;
};


export type MutationWriteNoteArgs = {
  input: WriteNoteInput;
};

/** An action, and of which case. */
export type MyAction = {
  readonly __typename?: 'MyAction';
  /** The action. */
  readonly action: Maybe<Action>;
  /** The case. */
  readonly case: Case;
  /** Whether its due date has passed. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** A meeting, and of which case. */
export type MyMeeting = {
  readonly __typename?: 'MyMeeting';
  /** The case. */
  readonly case: Case;
  /** The meeting. */
  readonly meeting: Maybe<Meeting>;
};

/** What a person has to do over all of their cases, as far as they may see it; each list in the order of time. */
export type MyWeek = {
  readonly __typename?: 'MyWeek';
  /** What the viewer, or the own agency, is to do, by due date; what has none comes last. */
  readonly actions: ReadonlyArray<MyAction>;
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** Cases in which something that the viewer may see was written since `since`, the newest first; empty without it. */
  readonly changed: ReadonlyArray<ChangedCase>;
  /** Give it as `since` the next time. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Consents that end within the days ahead; for signers and coordinator. */
  readonly endingConsents: ReadonlyArray<EndingConsent>;
  /** What others are late with, by due date. */
  readonly late: ReadonlyArray<MyAction>;
  /** Planned meetings that begin within the days ahead. */
  readonly meetings: ReadonlyArray<MyMeeting>;
  /** Planned meetings that the viewer is called to and has not answered, however far ahead. */
  readonly unanswered: ReadonlyArray<MyMeeting>;
  /** Running cases in which no meeting is planned; for the coordinator, who sees all meetings. */
  readonly withoutMeeting: ReadonlyArray<Case>;
};

/** Another case of the municipality about somebody of the same name, born on the same day, under another number or none: perhaps the same person. People look into it; the server joins nothing. */
export type Namesake = {
  readonly __typename?: 'Namesake';
  /** The other case; none where the viewer does not know it: then ask the other coordinators. */
  readonly caseId: Maybe<Scalars['ID']['output']>;
};

/** A mapping of needs (kartläggning) by one agency in one area of life. */
export type NeedsMapping = Node & {
  readonly __typename?: 'NeedsMapping';
  /** Who mapped. */
  readonly author: Maybe<Professional>;
  /** The area of life. */
  readonly category: InformationCategory;
  /** The agency that holds it. */
  readonly holder: Agency;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** When. */
  readonly mappedOn: Scalars['Date']['output'];
  /** What is needed. */
  readonly needs: Maybe<Scalars['String']['output']>;
  /** What works. */
  readonly strengths: Maybe<Scalars['String']['output']>;
};

/** Mappings that the viewer may see, newest first. */
export type NeedsMappingConnection = {
  readonly __typename?: 'NeedsMappingConnection';
  /** This page. */
  readonly edges: ReadonlyArray<NeedsMappingEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One mapping in a list. */
export type NeedsMappingEdge = {
  readonly __typename?: 'NeedsMappingEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The mapping. */
  readonly node: NeedsMapping;
};

/** Anything that can be fetched again by its id. */
export type Node = {
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
};

/** A note (anteckning) by one agency in one category. */
export type Note = Node & {
  readonly __typename?: 'Note';
  /** Who wrote it. */
  readonly author: Maybe<Professional>;
  /** What it is about. */
  readonly category: InformationCategory;
  /** The note that corrects this one; none where the viewer may not see it. */
  readonly correctedById: Maybe<Scalars['ID']['output']>;
  /** The earlier note that it corrects, which stays as it was; none where the viewer may not see that one. */
  readonly correctsId: Maybe<Scalars['ID']['output']>;
  /** The agency that holds it. */
  readonly holder: Agency;
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** What the young person or a guardian says against it, by date. */
  readonly objections: ReadonlyArray<Objection>;
  /** Its text. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
};

/** Notes that the viewer may see, newest first. */
export type NoteConnection = {
  readonly __typename?: 'NoteConnection';
  /** This page. */
  readonly edges: ReadonlyArray<NoteEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One note in a list. */
export type NoteEdge = {
  readonly __typename?: 'NoteEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The note. */
  readonly node: Note;
};

/** That something changed which the viewer may see now. It has no content: ask for what it leads to. */
export type Notification = {
  readonly __typename?: 'Notification';
  /** When it changed. */
  readonly at: Scalars['DateTime']['output'];
  /** The case, for `case(id:)`; none for an ASSIGNMENT, which `viewer.assignmentRequests` tells of. */
  readonly caseId: Maybe<Scalars['ID']['output']>;
  /** Identifier; the same as in the outgoing message. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NotificationKind;
  /** When the viewer marked it as read. */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
};

/** The viewer's inbox, newest first: at most 200, and only what the viewer may see now. */
export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  /** This page. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
  /** How many of them are not marked as read. */
  readonly unreadCount: Scalars['Int']['output'];
};

/** One notification in a list. */
export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The notification. */
  readonly node: Notification;
};

/** Where the viewer is told by e-mail that there is something new, without content. */
export type NotificationEmail = {
  readonly __typename?: 'NotificationEmail';
  /** The address; shown to its owner and to nobody else. */
  readonly address: Scalars['String']['output'];
  /** Whether the code that was sent there has come back; until then nothing else is sent. */
  readonly confirmed: Scalars['Boolean']['output'];
};

/** What a notification is about. */
export type NotificationKind =
  | 'ASSIGNMENT'
  | 'CASE'
  | 'MEETING'
  | 'PLAN';

/** What a stream about notifications tells. */
export type NotificationsChange = AccessEnded | NotificationsChanged | ResyncRequired | StreamStarted;

/** Something new is in the viewer's inbox, or other things of a case are open than before, and so another inbox is shown. */
export type NotificationsChanged = {
  readonly __typename?: 'NotificationsChanged';
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** Resumes the stream behind this frame. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What is new, newest first, among the 200 of the inbox; none when only what is open changed. */
  readonly newNotifications: ReadonlyArray<Notification>;
  /** The viewer, with the inbox as it is now. */
  readonly viewer: Viewer;
};

/** What the young person or a guardian says against a note. */
export type ObjectInput = {
  /** A note that you may see. */
  readonly noteId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** What you say. */
  readonly text: Scalars['String']['input'];
};

/** An objection (invändning) of the young person or a guardian; shown to whoever sees the note. */
export type Objection = {
  readonly __typename?: 'Objection';
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** When it was made. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** Whose it is. */
  readonly role: SignerRole;
  /** Its text. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** What stands in the way of a cell; told to signers and coordinator only. */
export type Obstacle =
  | 'BLOCKED'
  | 'CONSENT_EXPIRED'
  | 'NOBODY_CAN_SIGN'
  | 'SIGNATURE_MISSING'
  | 'SIGNER_REFUSED'
  | 'SIGNER_WITHDREW'
  | 'SUBJECT_SAYS_NO'
  | 'WAITS_FOR_NEW_STATEMENT';

/** Somebody else who matters to the young person (annan viktig person); a piece in category FAMILY. */
export type OtherImportantPerson = Node & {
  readonly __typename?: 'OtherImportantPerson';
  /** How to reach them, in words. */
  readonly contact: Maybe<Scalars['String']['output']>;
  /** The first day on which they are one of those round the young person. */
  readonly from: Scalars['Date']['output'];
  /** A random identifier that says nothing about what it names. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Who it is to the young person. */
  readonly relation: Scalars['String']['output'];
  /** The day from which they no longer are. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** How one wanted effect (effekt) stood before the work and after it: passing grades; a school, placement or job that works; meaningful leisure; no crime; no abuse. */
export type Outcome = {
  readonly __typename?: 'Outcome';
  /** When the case was closed; none before that. */
  readonly after: Maybe<OutcomeLevel>;
  /** When the closed case was followed up; none before that. */
  readonly atFollowUp: Maybe<OutcomeLevel>;
  /** When the work started. */
  readonly before: OutcomeLevel;
  /** Which effect: SCHOOL_RESULTS grades, EMPLOYMENT school, placement or job, LEISURE leisure, OFFENDING crime, SUBSTANCE_USE abuse. */
  readonly category: InformationCategory;
  /** The agency that says so. */
  readonly holder: Agency;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** Counts up with every change; give it as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** How far a wanted effect (effekt) is reached. */
export type OutcomeLevel =
  | 'MET'
  | 'NOT_MET'
  | 'PARTLY_MET'
  | 'UNKNOWN';

/** Where a page ends (Relay). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Give it as `after` for the next page. */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** More follow that the viewer may see. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Some that the viewer may see come before it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first of this page. */
  readonly startCursor: Maybe<Scalars['Cursor']['output']>;
};

/** A professional assigned to the case (deltagare). You see yourself; coordinator and family see all. */
export type Participant = {
  readonly __typename?: 'Participant';
  /** What for; none for the coordinator. */
  readonly duty: Maybe<Duty>;
  /** From when. */
  readonly from: Scalars['DateTime']['output'];
  /** Identifier of the assignment. */
  readonly id: Scalars['ID']['output'];
  /** Who. */
  readonly professional: Maybe<Professional>;
  /** Until when; open if none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** A form whose yes waits until a second person has looked at it, where the local rules ask for that. It opens nothing. */
export type PendingConsent = {
  readonly __typename?: 'PendingConsent';
  /** From when it shall apply, and never before the confirmation; at the confirmation if none. */
  readonly appliesFrom: Maybe<Scalars['DateTime']['output']>;
  /** As in `Consent.dataPeriods`. */
  readonly dataPeriods: Maybe<ReadonlyArray<Period>>;
  /** When it was entered. */
  readonly enteredAt: Scalars['DateTime']['output'];
  /** Its evidence, with who entered it. */
  readonly evidence: ConsentEvidence;
  /** Identifier of the waiting form. */
  readonly id: Scalars['ID']['output'];
  /** When it lapses, unless it is answered before. */
  readonly lapsesAt: Scalars['DateTime']['output'];
  /** What the information may be used for. */
  readonly purpose: Scalars['String']['output'];
  /** What it would open. */
  readonly scope: ReadonlyArray<ConsentGrant>;
  /** Who said yes; a no never waits, and is among the consents already. */
  readonly signers: ReadonlyArray<Signer>;
  /** Whom the information is about. */
  readonly subjectId: Scalars['ID']['output'];
  /** Until when. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Half-open: the start belongs to it, the end does not; none is unbounded. */
export type Period = {
  readonly __typename?: 'Period';
  /** Start. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** End. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Half-open: the start belongs to it, the end does not; none is unbounded. */
export type PeriodInput = {
  /** Start. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** End. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The plan (åtgärdsplan, arbetsplan): the place of everybody's goals and actions. Its frame is held by the coordinator's agency in category PLAN; where that is closed, the goals and actions that the viewer may see are still there. */
export type Plan = {
  readonly __typename?: 'Plan';
  /** Actions under no goal that the viewer may see: those that have none, and those whose goal is another matter. */
  readonly actions: ReadonlyArray<Action>;
  /** Its goals that the viewer may see. */
  readonly goals: ReadonlyArray<Goal>;
  /** Every change of the goals and actions that the viewer may see, newest first. */
  readonly history: PlanVersionConnection;
  /** Identifier of its frame; none where the frame is closed. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Who answers for the whole; none where the frame is closed. */
  readonly overallResponsible: Maybe<Professional>;
  /** How far it has come, counting what the viewer may see. */
  readonly progress: PlanProgress;
};


/** The plan (åtgärdsplan, arbetsplan): the place of everybody's goals and actions. Its frame is held by the coordinator's agency in category PLAN; where that is closed, the goals and actions that the viewer may see are still there. */
export type PlanHistoryArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};

/** What a stream about plans tells. */
export type PlanChange = AccessEnded | PlanChanged | ResyncRequired | StreamStarted;

/** The plan as the viewer may see it now: something of it was changed, or other things of it are open than before. */
export type PlanChanged = {
  readonly __typename?: 'PlanChanged';
  /** The instant of this view. */
  readonly at: Scalars['DateTime']['output'];
  /** Actions that the viewer may see and that were changed. */
  readonly changedActionIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Resumes the stream behind this frame. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The plan; never none in a frame. */
  readonly plan: Maybe<Plan>;
};

/** Which part of a plan a version is of. */
export type PlanPart =
  | 'ACTION'
  | 'GOAL';

/** Counts only what the viewer may see. */
export type PlanProgress = {
  readonly __typename?: 'PlanProgress';
  /** Actions that are done. */
  readonly done: Scalars['Int']['output'];
  /** Actions whose due date has passed and that are neither done, given up nor cancelled. */
  readonly overdue: Scalars['Int']['output'];
  /** Actions. */
  readonly total: Scalars['Int']['output'];
};

/** One change of one goal or action that the viewer may see. There is no number over the whole plan. */
export type PlanVersion = {
  readonly __typename?: 'PlanVersion';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who changed it; none where the young person did. */
  readonly author: Maybe<Professional>;
  /** What became different. */
  readonly changes: ReadonlyArray<FieldChange>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** A goal or an action. */
  readonly part: PlanPart;
  /** The goal or action. */
  readonly partId: Scalars['ID']['output'];
  /** The version of the goal or action that the change made. */
  readonly version: Scalars['Int']['output'];
};

/** Versions of the goals and actions that the viewer may see, newest first. */
export type PlanVersionConnection = {
  readonly __typename?: 'PlanVersionConnection';
  /** This page. */
  readonly edges: ReadonlyArray<PlanVersionEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One version in a list. */
export type PlanVersionEdge = {
  readonly __typename?: 'PlanVersionEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The version. */
  readonly node: PlanVersion;
};

/** What the police choose to share in the group. */
export type PoliceSituation = {
  readonly __typename?: 'PoliceSituation';
  /** What worries the police. */
  readonly concern: Maybe<Scalars['String']['output']>;
  /** The last incident that was shared in the group. */
  readonly lastSharedIncidentOn: Maybe<Scalars['Date']['output']>;
};

/** Rules that are not published, only imagined. */
export type PreviewRulePackInput = {
  /** The rules. */
  readonly rules: RulesInput;
  /** From when they would apply; at once if left out. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The profession of a role term, as the leaflets name them. */
export type Profession =
  | 'COORDINATOR'
  | 'COUNSELLOR'
  | 'FIELD_SECRETARY'
  | 'LEISURE_LEADER'
  | 'POLICE_OFFICER'
  | 'PRINCIPAL'
  | 'SOCIAL_PEDAGOGUE'
  | 'SOCIAL_WORKER'
  | 'UNIT_MANAGER';

/** A professional in one role at one agency. */
export type Professional = {
  readonly __typename?: 'Professional';
  /** The agency, or branch, that the role belongs to. */
  readonly agency: Maybe<Agency>;
  /** The role; the same as `viewer.id` when it is you. */
  readonly id: Scalars['ID']['output'];
  /** Name; public officials are named. */
  readonly name: Scalars['String']['output'];
  /** Profession in this role. */
  readonly profession: Profession;
};

/** That somebody was proposed (förslag), and what became of it. Whoever proposed is told nothing more. */
export type Proposal = {
  readonly __typename?: 'Proposal';
  /** The case that it began; for the coordinator. */
  readonly case: Maybe<Case>;
  /** When it was accepted or declined. */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** When everything else of it was destroyed; for the coordinator. */
  readonly destroyedOn: Maybe<Scalars['Date']['output']>;
  /** Identifier of the proposal. */
  readonly id: Scalars['ID']['output'];
  /** The number of the case; for the coordinator. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly proposedAt: Scalars['DateTime']['output'];
  /** What became of it. */
  readonly state: ProposalState;
};

/** What lets the coordinator know whom a proposal is about. */
export type ProposalBasis =
  | 'CONCERN_REPORTED'
  | 'FAMILY_AGREED'
  | 'SAME_AGENCY';

/** Proposals that the viewer is told of. */
export type ProposalConnection = {
  readonly __typename?: 'ProposalConnection';
  /** This page. */
  readonly edges: ReadonlyArray<ProposalEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are that the viewer is told of. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One proposal in a list. */
export type ProposalEdge = {
  readonly __typename?: 'ProposalEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The proposal. */
  readonly node: Proposal;
};

/** On which grounds the case was proposed, and by whom; for the coordinator. */
export type ProposalGrounds = {
  readonly __typename?: 'ProposalGrounds';
  /** Whether the young person has a running case of the municipality already; never told of a blind one. */
  readonly alreadyInCase: Scalars['Boolean']['output'];
  /** What lets the coordinator know whom it is about; none while it is blind. */
  readonly basis: Maybe<ProposalBasis>;
  /** The reference of the report of concern; none while it is blind. */
  readonly concernReference: Maybe<Scalars['String']['output']>;
  /** When the report of concern was made; none while it is blind. */
  readonly concernReportedOn: Maybe<Scalars['Date']['output']>;
  /** What the proposer states about a report of concern; none while it is blind. */
  readonly concernStand: Maybe<ConcernStand>;
  /** Why it was declined. */
  readonly declineReason: Maybe<Scalars['String']['output']>;
  /** When a declined proposal is destroyed. */
  readonly destroyOn: Maybe<Scalars['Date']['output']>;
  /** Who proposed; none while it is blind. */
  readonly proposedBy: Maybe<Professional>;
  /** Why. */
  readonly reasons: ReadonlyArray<ProposalReason>;
  /** Where the risk lies. */
  readonly riskAreas: ReadonlyArray<RiskArea>;
  /** The proposer's own words; none while it is blind. */
  readonly words: Maybe<Scalars['String']['output']>;
};

/** Why a young person is proposed (skäl). */
export type ProposalReason =
  | 'ONGOING_ABUSE'
  | 'ONGOING_CRIME'
  | 'RISK_OF_ABUSE'
  | 'RISK_OF_CRIME'
  | 'RISK_OF_EXCLUSION';

/** What became of a proposal (förslag), as whoever made it is told. */
export type ProposalState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'RECEIVED';

/** A young person proposed for the group. */
export type ProposeInput = {
  /** What lets the coordinator know whom it is about. Left out, the proposal is blind. */
  readonly basis?: InputMaybe<ProposalBasis>;
  /** Date of birth; demanded where there is no number. */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** Demanded where `RulePack.concernReportGate` is set. */
  readonly concern?: InputMaybe<ConcernInput>;
  /** Family name of the young person. */
  readonly familyName: Scalars['String']['input'];
  /** Given name of the young person. */
  readonly givenName: Scalars['String']['input'];
  /** Personal identity number, coordination number, or the T-, TF- or R-number that stands for one: `20000105-2380`, `20110506-T123`, `20110506-TF10`, `20110506-R123`. Left out for whoever has none. */
  readonly personalIdentityNumber?: InputMaybe<Scalars['String']['input']>;
  /** Why; at least one. */
  readonly reasons: ReadonlyArray<ProposalReason>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Where the risk lies; at least one. */
  readonly riskAreas: ReadonlyArray<RiskArea>;
  /** In own words; read by the coordinator on a stated basis only. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** Protected personal data of a person of the case (skyddade personuppgifter). */
export type ProtectionInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Who of the holder reads it under PROTECTED_REGISTRATION, by `Professional.id`; nobody if left out. */
  readonly handlerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How strong; `null`, and not leaving it out, ends the protection that is in force. */
  readonly level?: InputMaybe<ProtectionLevel>;
  /** Whose. */
  readonly personId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Sekretessmarkering, or the stronger skyddad folkbokföring. */
export type ProtectionLevel =
  | 'CONFIDENTIALITY_MARKING'
  | 'PROTECTED_REGISTRATION';

/** A new version of the municipality's rules. */
export type PublishRulePackInput = {
  /** The newest version that was read; if another has been published since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The rules. */
  readonly rules: RulesInput;
  /** From when it applies, never in the past; at once if left out. */
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The report of a term, counted now and kept as it is. */
export type PublishSteeringReportInput = {
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The first day of the term: 1 January or 1 July. It must be over. */
  readonly termFrom: Scalars['Date']['input'];
  /** What the parties undertook in the term. */
  readonly undertakings: ReadonlyArray<UndertakingInput>;
  /** Whether the citizens may read the public part. */
  readonly withPublicPart: Scalars['Boolean']['input'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** One case. Unknown and not yours give the same answer: `null` and NOT_FOUND. */
  readonly case: Maybe<Case>;
  /** The viewer's own cases, by number. Search by name, personal identity number or case number, nothing else. */
  readonly cases: CaseConnection;
  /** A signed receipt of one statement, for whoever made it and for the coordinator. */
  readonly consentReceipt: Maybe<ConsentReceipt>;
  /** What to show for one value, in the language of `Accept-Language`; none where there is no such value. */
  readonly label: Maybe<EnumLabel>;
  /** What to show for every value of every enum, and for the codes of errors, in the language of `Accept-Language`. */
  readonly labels: ReadonlyArray<EnumLabels>;
  /** The meetings of all the viewer's cases that the viewer may see, in time order. */
  readonly meetings: MeetingConnection;
  /** What the viewer has to do over all of their cases, in one answer. */
  readonly myWeek: MyWeek;
  /** Anything by its id. Unknown and not yours give the same answer: `null` and NOT_FOUND. */
  readonly node: Maybe<Node>;
  /** What other rules would open and close, in numbers; for administrators. Nothing is written. */
  readonly previewRulePack: Maybe<RulePackPreview>;
  /** For the coordinator the proposals of the own cases; for whoever proposed the own ones. Newest first. */
  readonly proposals: ProposalConnection;
  /** Copies given to the viewer by another agency's decision without consent, newest first, until they end. */
  readonly receivedDisclosures: ReceivedDisclosureConnection;
  /** Who is asking. */
  readonly viewer: Viewer;
  /** What would open and close if this were so; for signers and coordinator. Nothing is written. */
  readonly whatIf: Maybe<WhatIf>;
};


export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCasesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ReadonlyArray<CaseStatus>>;
};


export type QueryConsentReceiptArgs = {
  consentId: Scalars['ID']['input'];
};


export type QueryLabelArgs = {
  enum: Scalars['String']['input'];
  value: Scalars['String']['input'];
};


export type QueryMeetingsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryMyWeekArgs = {
  days?: Scalars['Int']['input'];
  since?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPreviewRulePackArgs = {
  input: PreviewRulePackInput;
};


export type QueryProposalsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryReceivedDisclosuresArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryWhatIfArgs = {
  caseId: Scalars['ID']['input'];
  change: WhatIfInput;
};

/** A copy that another agency gave the viewer without consent; there until its end, and no way to the case. */
export type ReceivedDisclosure = {
  readonly __typename?: 'ReceivedDisclosure';
  /** Whom it is about, in the words of whoever decided. */
  readonly about: Scalars['String']['output'];
  /** When it was decided. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** The ground. */
  readonly ground: DisclosureGround;
  /** Who disclosed. */
  readonly holder: Maybe<Agency>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** The paragraph of the ground on the day of the decision, as it is quoted. */
  readonly paragraph: Scalars['String']['output'];
  /** What was disclosed. */
  readonly pieces: ReadonlyArray<DisclosedPiece>;
  /** The act that gave the paragraph its words on that day: its number in Svensk författningssamling. */
  readonly sfs: Scalars['String']['output'];
  /** Until when it can be read here. */
  readonly until: Scalars['DateTime']['output'];
};

/** Copies given to the viewer. */
export type ReceivedDisclosureConnection = {
  readonly __typename?: 'ReceivedDisclosureConnection';
  /** This page. */
  readonly edges: ReadonlyArray<ReceivedDisclosureEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many can be read now. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One copy in a list. */
export type ReceivedDisclosureEdge = {
  readonly __typename?: 'ReceivedDisclosureEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The copy. */
  readonly node: ReceivedDisclosure;
};

/** In which of the focus areas the young person is at home. */
export type RecordAreaInput = {
  /** One of `Municipality.focusAreas`; null for none of them. */
  readonly areaId?: InputMaybe<Scalars['ID']['input']>;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** One form: all its signers and cells, recorded together or not at all. */
export type RecordConsentInput = {
  /** From when it applies, never in the past; at once if left out. */
  readonly appliesFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** About what they may talk; everything if left out. */
  readonly categories?: InputMaybe<ReadonlyArray<InformationCategory>>;
  /** Only what was recorded within these; if left out, all up to and during the consent, except gaps. */
  readonly dataPeriods?: InputMaybe<ReadonlyArray<PeriodInput>>;
  /** The evidence. */
  readonly evidence: ConsentEvidenceInput;
  /** What is struck out again. */
  readonly except?: InputMaybe<ReadonlyArray<ConsentGrantInput>>;
  /** Single cells beside the sentence. */
  readonly grants?: InputMaybe<ReadonlyArray<ConsentGrantInput>>;
  /** What the information may be used for. */
  readonly purpose: Scalars['String']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Everybody who signed, and what each said. */
  readonly signers: ReadonlyArray<SignerDecisionInput>;
  /** Whom the information is about; the young person if left out. */
  readonly subjectId?: InputMaybe<Scalars['ID']['input']>;
  /** These may talk openly with one another: every ordered pair of them. */
  readonly talkOpenly?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Until when; as long as the local rules let one last if left out. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A mapping of needs, held by the writer's own agency; at least one of the two texts. */
export type RecordMappingInput = {
  /** The area of life. */
  readonly area: InformationCategory;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** What is needed. */
  readonly needs?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** What works. */
  readonly strengths?: InputMaybe<Scalars['String']['input']>;
  /** Whom it is about; the young person if left out. Others may read it when all of them consent. */
  readonly subjectIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A planned meeting that was held: all of its record, or nothing. */
export type RecordMeetingInput = {
  /** Who came; whoever is left out stays unknown. */
  readonly attendance: ReadonlyArray<AttendanceInput>;
  /** What was decided, in its order; at most 50. */
  readonly decisions: ReadonlyArray<DecisionInput>;
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The meeting. */
  readonly meetingId: Scalars['ID']['input'];
  /** The minutes (minnesanteckningar). */
  readonly minutes?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** How one wanted effect stands, as the own agency knows it. */
export type RecordOutcomeInput = {
  /** At the end of the work; as recorded if left out, taken away by null. */
  readonly after?: InputMaybe<OutcomeLevel>;
  /** While a closed case is followed up; as recorded if left out, taken away by null. */
  readonly atFollowUp?: InputMaybe<OutcomeLevel>;
  /** When the work started; as recorded if left out. */
  readonly before?: InputMaybe<OutcomeLevel>;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Which effect: SCHOOL_RESULTS, EMPLOYMENT, LEISURE, OFFENDING or SUBSTANCE_USE. */
  readonly category: InformationCategory;
  /** The version that was read, 0 where none is recorded; if it has changed since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** What the own agency knows. Each category is recorded whole: a field of it that is left out is no longer recorded. */
export type RecordSituationInput = {
  /** Leisure: activities that the young person takes part in. */
  readonly activities?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** School: attendance in percent of the scheduled time, 0 to 100. */
  readonly attendancePercent?: InputMaybe<Scalars['Int']['input']>;
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Police: what worries them. */
  readonly concern?: InputMaybe<Scalars['String']['input']>;
  /** `situation.version` as it was read, 0 where nothing is recorded; if it has changed since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Police: the last incident to share in the group. */
  readonly lastSharedIncidentOn?: InputMaybe<Scalars['Date']['input']>;
  /** Social services: running measures (insatser). */
  readonly measures?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Social services: whether an inquiry (utredning) is open. */
  readonly openInquiry?: InputMaybe<Scalars['Boolean']['input']>;
  /** School: whether grades are passing. */
  readonly passingGrades?: InputMaybe<Scalars['Boolean']['input']>;
  /** Social services: placement (praktik). */
  readonly placement?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Student health (elevhälsa): contact with it. */
  readonly studentHealthContact?: InputMaybe<Scalars['String']['input']>;
  /** Social services: what is known of substance use. */
  readonly substanceUse?: InputMaybe<Scalars['String']['input']>;
  /** Social services: whether the young person works. */
  readonly works?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A planned meeting that was held, and who came. */
export type RecordSteeringMeetingInput = {
  /** The professionals who came, of those who were members when it began; all others were absent. */
  readonly attended: ReadonlyArray<Scalars['ID']['input']>;
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The minutes (minnesanteckningar), about the work as a whole: never about anybody. A personal identity number or the number of a case is refused. */
  readonly minutes?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** The meeting. */
  readonly steeringMeetingId: Scalars['ID']['input'];
};

/** The family is asked for its consent. */
export type RequestConsentInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Another time, and another place where one is given. */
export type RescheduleMeetingInput = {
  /** When it ends, at most twelve hours later. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** The version that was read; if it has changed since, the answer is CONFLICT, with the meeting as it is. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The meeting. */
  readonly meetingId: Scalars['ID']['input'];
  /** Where; as before if left out, nowhere yet if `null`. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** When it starts, later than now. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** Another time for a planned meeting. */
export type RescheduleSteeringMeetingInput = {
  /** When it ends, at most twelve hours later. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** When it starts, later than now. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** The meeting. */
  readonly steeringMeetingId: Scalars['ID']['input'];
};

/** Who is responsible (ansvarig) for an action. */
export type Responsible = Agency | Guardian | OtherImportantPerson | Professional | YoungPerson;

/** Exactly one of these. */
export type ResponsibleInput = {
  /** An agency of the municipality. */
  readonly agencyId?: InputMaybe<Scalars['ID']['input']>;
  /** The young person, or a guardian or another important person whom you may see. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** A professional whom you know to take part in the case. */
  readonly professionalId?: InputMaybe<Scalars['ID']['input']>;
};

/** Why what was missed cannot be told. */
export type ResyncCause =
  | 'ACCESS_CHANGED'
  | 'CURSOR_TOO_OLD'
  | 'OTHER_GENERATION';

/** What was missed cannot be told: query afresh, then subscribe without `after`. The stream completes. */
export type ResyncRequired = {
  readonly __typename?: 'ResyncRequired';
  /** Why. */
  readonly cause: ResyncCause;
};

/** Where the proposer sees the risk (riskområde). */
export type RiskArea =
  | 'CRIME'
  | 'DRUGS'
  | 'FAMILY'
  | 'FRIENDS'
  | 'LATE_NIGHTS'
  | 'LEISURE'
  | 'SCHOOL_ABSENCE'
  | 'SCHOOL_RESULTS'
  | 'VIOLENCE';

/** One version of a municipality's local rules (lokala regler). */
export type RulePack = {
  readonly __typename?: 'RulePack';
  /** From this age in years the young person says yes or no to taking part. */
  readonly agreesToTakePartFromAge: Scalars['Int']['output'];
  /** Whether a report of concern (orosanmälan) comes before a proposal. */
  readonly concernReportGate: Scalars['Boolean']['output'];
  /** A consent lasts so many months at most, and unless its form ends sooner. */
  readonly consentMonthsAtMost: Scalars['Int']['output'];
  /** Whether a second person confirms a consent before it opens anything. */
  readonly consentNeedsSecondPerson: Scalars['Boolean']['output'];
  /** A declined proposal is destroyed after so many days. */
  readonly declinedProposalKeptDays: Scalars['Int']['output'];
  /** Follow-up meetings come at the earliest after so many days. */
  readonly followUpEveryDaysFrom: Scalars['Int']['output'];
  /** Follow-up meetings come at the latest after so many days. */
  readonly followUpEveryDaysThrough: Scalars['Int']['output'];
  /** Below this age in years every guardian signs. */
  readonly guardiansSignUntilAge: Scalars['Int']['output'];
  /** Categories that their holder keeps back until released. */
  readonly heldBackCategories: ReadonlyArray<InformationCategory>;
  /** The planned length in months; none where the municipality sets none. */
  readonly interventionMonths: Maybe<Scalars['Int']['output']>;
  /** Whom a kind of meeting needs, where the rules say so. */
  readonly meetingParties: ReadonlyArray<MeetingParties>;
  /** When it was published. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** How often the steering group (styrgruppen) meets in a term; none where the rules say nothing. */
  readonly steeringMeetingsPerTerm: Maybe<Scalars['Int']['output']>;
  /** The youngest age in years that the municipality turns to. */
  readonly targetAgeFrom: Scalars['Int']['output'];
  /** The oldest age in years, until the day before the next birthday. */
  readonly targetAgeThrough: Scalars['Int']['output'];
  /** Whether a birthday or the end of custody may open what was closed. */
  readonly timeMayOpen: Scalars['Boolean']['output'];
  /** From when it applies, until the next version does. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Counts up with every change. */
  readonly version: Scalars['Int']['output'];
  /** From this age in years the young person signs. */
  readonly youngPersonSignsFromAge: Scalars['Int']['output'];
};

/** Rules that ask for less than those before, while they wait for a second administrator. */
export type RulePackDraft = {
  readonly __typename?: 'RulePackDraft';
  /** When they were entered. */
  readonly enteredAt: Scalars['DateTime']['output'];
  /** Who entered them: another one confirms. */
  readonly enteredBy: Maybe<Professional>;
  /** Identifier; `confirmRulePack` and `rejectRulePack` take it. */
  readonly id: Scalars['ID']['output'];
  /** The rules that ask for less, by their names in `RulePack`. */
  readonly loosens: ReadonlyArray<Scalars['String']['output']>;
  /** The rules as they would apply; published never, as long as they wait. */
  readonly rules: RulePack;
};

/** What other rules would change, in whole tens: whoever makes the rules sees no case. Null is fewer than ten, none among them. */
export type RulePackPreview = {
  readonly __typename?: 'RulePackPreview';
  /** Cases in which anything would open or close. */
  readonly casesThatChange: Maybe<Scalars['Int']['output']>;
  /** Cases that would be paused, since the consent that carries them would be missing. */
  readonly casesThatPause: Maybe<Scalars['Int']['output']>;
  /** What would close. */
  readonly closes: ReadonlyArray<CellCount>;
  /** What would open at once: nothing, as new rules ask for a new yes. */
  readonly opens: ReadonlyArray<CellCount>;
  /** Cases that are running. */
  readonly runningCases: Maybe<Scalars['Int']['output']>;
};

/** All of a municipality's local rules (lokala regler): a version is whole. */
export type RulesInput = {
  /** From this age in years the young person says yes or no to taking part. */
  readonly agreesToTakePartFromAge: Scalars['Int']['input'];
  /** Whether a report of concern (orosanmälan) comes before a proposal. */
  readonly concernReportGate: Scalars['Boolean']['input'];
  /** How many months a consent lasts at most, and unless its form ends sooner, 1 to 24. */
  readonly consentMonthsAtMost: Scalars['Int']['input'];
  /** Whether a second person confirms a consent before it opens anything. */
  readonly consentNeedsSecondPerson: Scalars['Boolean']['input'];
  /** How many days a declined proposal is kept before it is destroyed, 1 to 365. */
  readonly declinedProposalKeptDays: Scalars['Int']['input'];
  /** Follow-up meetings come at the earliest after so many days. */
  readonly followUpEveryDaysFrom: Scalars['Int']['input'];
  /** Follow-up meetings come at the latest after so many days. */
  readonly followUpEveryDaysThrough: Scalars['Int']['input'];
  /** Below this age in years every guardian signs: 18, by law (FB 9:1). */
  readonly guardiansSignUntilAge: Scalars['Int']['input'];
  /** Categories that their holder keeps back until released. */
  readonly heldBackCategories: ReadonlyArray<InformationCategory>;
  /** The planned length in months, 1 to 36; none if left out. */
  readonly interventionMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Of the kinds of meeting that the rules say something about. */
  readonly meetingParties: ReadonlyArray<MeetingPartiesInput>;
  /** How often the steering group (styrgruppen) meets in a term, 1 to 12; nothing is due if left out. */
  readonly steeringMeetingsPerTerm?: InputMaybe<Scalars['Int']['input']>;
  /** The youngest age in years that the municipality turns to, 0 to 25. */
  readonly targetAgeFrom: Scalars['Int']['input'];
  /** The oldest age in years, until the day before the next birthday. */
  readonly targetAgeThrough: Scalars['Int']['input'];
  /** Whether a birthday or the end of custody may open what was closed. */
  readonly timeMayOpen: Scalars['Boolean']['input'];
  /** From this age in years the young person signs, 0 to 18. */
  readonly youngPersonSignsFromAge: Scalars['Int']['input'];
};

/** A meeting, held by the coordinator's agency. */
export type ScheduleMeetingInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** When it ends, at most twelve hours later. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** What kind. Only an INTRODUCTION needs no consent; STEERING is about no case. */
  readonly kind: MeetingKind;
  /** Where. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** When it starts, later than now. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** Follow-up meetings at the same time of the day, by the cadence of the local rules: all of them, or none. */
export type ScheduleMeetingSeriesInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** How many, 1 to 20. */
  readonly count: Scalars['Int']['input'];
  /** When the first one ends, at most twelve hours later. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Days from one to the next, 1 to 60; the fewest of the local rules if left out. */
  readonly everyDays?: InputMaybe<Scalars['Int']['input']>;
  /** Where. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** When the first one starts, later than now. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** A meeting of the steering group, about no single case. */
export type ScheduleSteeringMeetingInput = {
  /** When it ends, at most twelve hours later. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** When it starts, later than now. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** What one school, or student health, knows. */
export type SchoolSituation = {
  readonly __typename?: 'SchoolSituation';
  /** The school, or branch of it, that these fields are held by. */
  readonly agency: Agency;
  /** Attendance in percent of the scheduled time. */
  readonly attendancePercent: Maybe<Scalars['Int']['output']>;
  /** Whether grades are passing. */
  readonly passingGrades: Maybe<Scalars['Boolean']['output']>;
  /** Contact with student health (elevhälsa). */
  readonly studentHealthContact: Maybe<Scalars['String']['output']>;
};

/** The whole agenda of a planned meeting, in its order. */
export type SetAgendaInput = {
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The items; none for no agenda, at most 50. */
  readonly items: ReadonlyArray<AgendaItemInput>;
  /** The meeting. */
  readonly meetingId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** The viewer's own address, in the capacity of the token. */
export type SetNotificationEmailInput = {
  /** The address; null takes the present one back. Letters of any language are taken: after the @ everywhere (asa@björn.example), before it where the mail servers on the way know SMTPUTF8 (åsa@example.se). */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** By which sign-in the young person or a guardian comes in. */
export type SetPersonSignInInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The young person or a guardian. */
  readonly personId: Scalars['ID']['input'];
  /** Twelve digits, in the place of an earlier one; none, and they come in no more. */
  readonly personalIdentityNumber?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** By which sign-in a professional comes in, in all roles. */
export type SetProfessionalSignInInput = {
  /** Who, as `Professional.id` gives it, by whichever of their roles. */
  readonly professionalId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** In the place of one of the same kind; none, and they come in no more. */
  readonly signIn?: InputMaybe<SignInIdentityInput>;
};

/** Whether one agency may share one category with another, now. */
export type SharingCell = {
  readonly __typename?: 'SharingCell';
  /** About what. */
  readonly category: InformationCategory;
  /** Why, and whose word would open it. */
  readonly detail: Maybe<AccessDetail>;
  /** Who would tell. */
  readonly from: Agency;
  /** Whether what is recorded now is open. */
  readonly open: Scalars['Boolean']['output'];
  /** How much of what was recorded until now is open. */
  readonly openEarlier: Extent;
  /** Who would be told. */
  readonly to: Agency;
  /** When it closes, as far as is known now. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Who somebody is to an identity provider; stored as a keyed hash. */
export type SignInIdentityInput = {
  /** Of a `SUBJECT`: the issuer that gives it, exactly as its tokens name it. */
  readonly issuer?: InputMaybe<Scalars['String']['input']>;
  /** What the provider tells it by. */
  readonly kind: IdentityKind;
  /** What it tells, such as the HSA id. */
  readonly value: Scalars['String']['input'];
};

/** Who signs (den som samtycker). */
export type Signer = {
  readonly __typename?: 'Signer';
  /** Name, where the viewer may see it. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The person in this case. */
  readonly personId: Scalars['ID']['output'];
  /** In which role. */
  readonly role: SignerRole;
};

/** What one of those who must sign now has said. */
export type SignerAnswer = {
  readonly __typename?: 'SignerAnswer';
  /** What their last statement comes to now. */
  readonly answer: SignerAnswerKind;
  /** Who. */
  readonly signer: Signer;
};

/** What the last statement of a signer comes to at an instant. Only GRANTED is a yes. */
export type SignerAnswerKind =
  | 'EXPIRED'
  | 'GRANTED'
  | 'MISSING'
  | 'REFUSED'
  | 'WITHDRAWN';

/** What one signer says to the form. */
export type SignerDecisionInput = {
  /** GRANTED or REFUSED; to take a consent back, use `withdrawConsent`. */
  readonly decision: ConsentDecision;
  /** The person in this case. */
  readonly personId: Scalars['ID']['input'];
};

/** In which role a person signs (den som samtycker). */
export type SignerRole =
  | 'GUARDIAN'
  | 'OTHER_SUBJECT'
  | 'YOUNG_PERSON';

/** What each agency knows, by area of life; every field is one (holder, category). */
export type Situation = {
  readonly __typename?: 'Situation';
  /** Employment. */
  readonly employment: EmploymentSituation;
  /** Leisure. */
  readonly leisure: LeisureSituation;
  /** Police. */
  readonly police: PoliceSituation;
  /** One for each school and branch of the municipality. */
  readonly schools: ReadonlyArray<SchoolSituation>;
  /** Social services. */
  readonly socialServices: SocialServicesSituation;
  /** Counts up with every change of what the viewer's own agency has recorded; give it as `expectedVersion`. 0 for the family. */
  readonly version: Scalars['Int']['output'];
};

/** What social services know. */
export type SocialServicesSituation = {
  readonly __typename?: 'SocialServicesSituation';
  /** Running measures (insatser). */
  readonly measures: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether an inquiry (utredning) is open. */
  readonly openInquiry: Maybe<Scalars['Boolean']['output']>;
  /** What is known of substance use. */
  readonly substanceUse: Maybe<Scalars['String']['output']>;
};

/** What lets the coordinator know whom a blind proposal is about. */
export type StateBasisInput = {
  /** The basis; CONCERN_REPORTED only where the proposal carries a report. */
  readonly basis: ProposalBasis;
  /** The own proposal. */
  readonly proposalId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** A decision to disclose without consent (utlämnande), as the deciding agency and, once told, the family know it. */
export type StatutoryDisclosure = {
  readonly __typename?: 'StatutoryDisclosure';
  /** What it was about. */
  readonly categories: ReadonlyArray<InformationCategory>;
  /** When it was decided. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** Who decided; for the deciding agency. */
  readonly decidedBy: Maybe<Professional>;
  /** Why the family is told later; for the deciding agency. */
  readonly delayReason: Maybe<Scalars['String']['output']>;
  /** When the holder ended it before its time. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The ground. */
  readonly ground: DisclosureGround;
  /** Who disclosed. */
  readonly holder: Maybe<Agency>;
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** The paragraph of the ground on the day of the decision, as it is quoted. */
  readonly paragraph: Scalars['String']['output'];
  /** Why it was so; for the deciding agency. */
  readonly reasons: Maybe<Scalars['String']['output']>;
  /** Who reads it; for the deciding agency. */
  readonly recipient: Maybe<Professional>;
  /** The agency of whoever received it. */
  readonly recipientAgency: Maybe<Agency>;
  /** The act that gave the paragraph its words on that day: its number in Svensk författningssamling. */
  readonly sfs: Scalars['String']['output'];
  /** From when the family may know of it. */
  readonly toldFrom: Scalars['DateTime']['output'];
  /** When the recipient can no longer read it. */
  readonly until: Scalars['DateTime']['output'];
};

/** The holder's decision to give named pieces to one named professional without consent. */
export type StatutoryDisclosureInput = {
  /** Whom it is about, as the recipient needs to know: the recipient does not see the case. */
  readonly about: Scalars['String']['input'];
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** The young person's contact data, as the own agency holds them. */
  readonly contact?: Scalars['Boolean']['input'];
  /** Why the family is told later. */
  readonly delayReason?: InputMaybe<Scalars['String']['input']>;
  /** The paragraph that it rests on. */
  readonly ground: DisclosureGround;
  /** Notes, mappings, goals, actions, evaluations and decisions that the own agency holds. */
  readonly pieceIds?: ReadonlyArray<Scalars['ID']['input']>;
  /** Why it is so, for the holder alone. */
  readonly reasons: Scalars['String']['input'];
  /** Who is to read it: a professional of another agency of the municipality, as `Professional.id` gives it. */
  readonly recipientId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** What the own agency recorded of the young person's situation in these categories. */
  readonly situations?: ReadonlyArray<InformationCategory>;
  /** Before this the family is not told, within a year; at once if left out. Needs `delayReason`. */
  readonly tellFamilyFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until when the recipient reads it, within 90 days. */
  readonly until: Scalars['DateTime']['input'];
};

/** Whether a member of the steering group came. */
export type SteeringAttendance = {
  readonly __typename?: 'SteeringAttendance';
  /** Whether they came. */
  readonly attended: Scalars['Boolean']['output'];
  /** The member. */
  readonly professional: Maybe<Professional>;
};

/** A meeting of the steering group (styrgruppsmöte). It is about no single case. */
export type SteeringMeeting = {
  readonly __typename?: 'SteeringMeeting';
  /** Everybody who was a member when it began, by name; none until it was held. */
  readonly attendance: ReadonlyArray<SteeringAttendance>;
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** What the coordinator wrote down; none until it was held. */
  readonly minutes: Maybe<Scalars['String']['output']>;
  /** When it starts. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Planned, held or cancelled. */
  readonly status: MeetingStatus;
  /** Counts up with every change; give it as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** The steering group's meetings, the latest first. */
export type SteeringMeetingConnection = {
  readonly __typename?: 'SteeringMeetingConnection';
  /** This page. */
  readonly edges: ReadonlyArray<SteeringMeetingEdge>;
  /** Where it ends. */
  readonly pageInfo: PageInfo;
  /** How many there are. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One meeting in a list. */
export type SteeringMeetingEdge = {
  readonly __typename?: 'SteeringMeetingEdge';
  /** Its place. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The meeting. */
  readonly node: SteeringMeeting;
};

/** What is told of a term (termin) in numbers, as it was published: nobody is found in it. */
export type SteeringReport = {
  readonly __typename?: 'SteeringReport';
  /** The first day of the term. */
  readonly from: Scalars['Date']['output'];
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** When it was published; it was not changed since. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** Its tables. */
  readonly tables: ReadonlyArray<SteeringReportTable>;
  /** The last day, included. */
  readonly through: Scalars['Date']['output'];
};

/** One number of a report. */
export type SteeringReportCell = {
  readonly __typename?: 'SteeringReportCell';
  /** How many; null where it is not told: none, few, or what would tell something of others. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** Of what. */
  readonly of: SteeringReportPart;
};

/** What a number of the report of a term is of. */
export type SteeringReportPart =
  | 'BEGAN'
  | 'CAME'
  | 'DECLINED'
  | 'DID_NOT_COME'
  | 'DONE_IN_TIME'
  | 'ELSEWHERE_OR_UNKNOWN'
  | 'ENDED'
  | 'FROM_15_TO_17'
  | 'FROM_18'
  | 'IN_AREA'
  | 'KEPT'
  | 'KNOWN_FACE'
  | 'LATE'
  | 'LATER_OR_NOT_YET'
  | 'NEW_FACE'
  | 'NOT_KEPT'
  | 'NOT_REACHED_OR_UNKNOWN'
  | 'NOT_WITHDRAWN'
  | 'REACHED'
  | 'UNDER_15'
  | 'WITHDRAWN'
  | 'WITHIN_30_DAYS';

/** One row of a table. */
export type SteeringReportRow = {
  readonly __typename?: 'SteeringReportRow';
  /** Its numbers. */
  readonly cells: ReadonlyArray<SteeringReportCell>;
  /** Whose row it is; none where the table has one row. */
  readonly party: Maybe<AgencyKind>;
  /** What was undertaken, or the name of the area; none in other tables. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** One table of a report. */
export type SteeringReportTable = {
  readonly __typename?: 'SteeringReportTable';
  /** Which one; its label explains why its numbers may be told where few young persons took part. */
  readonly name: SteeringReportTableName;
  /** Its rows. */
  readonly rows: ReadonlyArray<SteeringReportRow>;
  /** What is counted. */
  readonly unit: SteeringReportUnit;
};

/** A table of the report of a term. */
export type SteeringReportTableName =
  | 'ACTIONS'
  | 'AGE_AT_START'
  | 'AREA'
  | 'ATTENDANCE'
  | 'CADENCE'
  | 'CONSENT_TO_FIRST_MEETING'
  | 'CONSENT_WITHDRAWN'
  | 'CONTINUITY'
  | 'EMPLOYMENT_AFTER'
  | 'EMPLOYMENT_BEFORE'
  | 'FIRST_MEETING_TO_PLAN'
  | 'FLOW'
  | 'LEISURE_AFTER'
  | 'LEISURE_BEFORE'
  | 'OFFENDING_AFTER'
  | 'OFFENDING_BEFORE'
  | 'PROPOSAL_TO_CONSENT'
  | 'SCHOOL_RESULTS_AFTER'
  | 'SCHOOL_RESULTS_BEFORE'
  | 'SUBSTANCE_USE_AFTER'
  | 'SUBSTANCE_USE_BEFORE'
  | 'UNDERTAKINGS';

/** What a table of the report of a term counts. */
export type SteeringReportUnit =
  | 'ACTIONS'
  | 'MEETINGS'
  | 'PLACES'
  | 'UNDERTAKINGS'
  | 'YOUNG_PERSONS';

/** How often the steering group is to meet in a term (termin), and how far it has come. */
export type SteeringTerm = {
  readonly __typename?: 'SteeringTerm';
  /** By which day each meeting is due that is neither held nor planned: what to plan next. */
  readonly dueThrough: ReadonlyArray<Scalars['Date']['output']>;
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** So many were held. */
  readonly held: Scalars['Int']['output'];
  /** Whether the day has passed by which the next one was to be held. */
  readonly overdue: Scalars['Boolean']['output'];
  /** So many are planned. */
  readonly planned: Scalars['Int']['output'];
  /** So many meetings, by the local rules. */
  readonly required: Scalars['Int']['output'];
  /** The last day, included. */
  readonly through: Scalars['Date']['output'];
};

/** What a stream begins with, unless it is resumed. */
export type StreamBeginning =
  | 'CHANGES'
  | 'PLACE'
  | 'STATE';

/** Why a stream of changes ends. ASSIGNMENT_ENDED is the end of the viewer's own place in the case: an assignment, or a guardian's custody. */
export type StreamEndReason =
  | 'AGE_REACHED'
  | 'ASSIGNMENT_ENDED'
  | 'CASE_CLOSED'
  | 'CONSENT_ENDED'
  | 'TOKEN_EXPIRED';

/** The stream follows from here: query now, and nothing falls between. Comes first with PLACE and STATE. */
export type StreamStarted = {
  readonly __typename?: 'StreamStarted';
  /** The instant from which it follows. */
  readonly at: Scalars['DateTime']['output'];
  /** Resumes the stream from its beginning. */
  readonly cursor: Scalars['Cursor']['output'];
};

/** Somebody else whom information of the case is about, such as a sibling or a friend; a piece in category FAMILY about that person, so that only their own signers open it. */
export type Subject = {
  readonly __typename?: 'Subject';
  /** Date of birth; who signs follows from the age. */
  readonly birthDate: Scalars['Date']['output'];
  /** Who has custody, and when. */
  readonly custody: ReadonlyArray<SubjectCustody>;
  /** Family name. */
  readonly familyName: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly givenName: Maybe<Scalars['String']['output']>;
  /** The person in this case; `subjectId` of forms and notes. */
  readonly id: Scalars['ID']['output'];
};

/** A guardian's custody of somebody else than the young person, FB 6 ch. */
export type SubjectCustody = {
  readonly __typename?: 'SubjectCustody';
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** The guardian in this case. */
  readonly guardianId: Scalars['ID']['output'];
  /** From when the guardian is recorded as prevented (FB 6:13). */
  readonly preventedFrom: Maybe<Scalars['Date']['output']>;
  /** The day from which the guardian is prevented no longer. */
  readonly preventedUntil: Maybe<Scalars['Date']['output']>;
  /** The day from which it no longer holds. */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** A guardian of a further person: one of the case already, by `personId`, or a new one by name. */
export type SubjectGuardianInput = {
  /** Family name of a new one. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** The first day of the custody; the day of birth if left out. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Given name of a new one. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** A guardian of the case. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** The day from which it no longer holds. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Changes of cases, each as the viewer may see it at that moment. */
  readonly caseChanged: CaseChange;
  /** Changes of what is shared, for signers and coordinator; to others FORBIDDEN. */
  readonly consentChanged: ConsentChange;
  /** Changes of meetings, each as the viewer may see it at that moment. */
  readonly meetingChanged: MeetingChange;
  /** What comes into the inbox of the viewer, without content; marking as read is not told. */
  readonly notificationsChanged: NotificationsChange;
  /** Changes of plans, each as the viewer may see it at that moment. */
  readonly planChanged: PlanChange;
};


export type SubscriptionCaseChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  begin?: StreamBeginning;
  caseId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionConsentChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  begin?: StreamBeginning;
  caseId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionMeetingChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  begin?: StreamBeginning;
  caseId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionNotificationsChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  begin?: StreamBeginning;
  caseId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionPlanChangedArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  begin?: StreamBeginning;
  caseId?: InputMaybe<Scalars['ID']['input']>;
};

/** Whom an action supports: guardians may need support of their own. */
export type Supported =
  | 'GUARDIANS'
  | 'YOUNG_PERSON';

/** What a party undertook by the citizen promise (medborgarlöfte), and whether it was kept; about nobody. */
export type UndertakingInput = {
  /** Whether it was kept. */
  readonly kept: Scalars['Boolean']['input'];
  /** Who undertook it. */
  readonly party: AgencyKind;
  /** What it was. */
  readonly text: Scalars['String']['input'];
};

/** Why something will change by itself. */
export type UpcomingCause =
  | 'AGES_OUT'
  | 'BLOCK_CHANGES'
  | 'CONSENT_EXPIRES'
  | 'CUSTODY_CHANGES'
  | 'GUARDIANS_SIGN_NO_MORE'
  | 'PLANNED_END'
  | 'RULES_CHANGE'
  | 'STATEMENT_APPLIES'
  | 'YOUNG_PERSON_SIGNS';

/** An instant at which something changes by itself, as far as is known now. */
export type UpcomingChange = {
  readonly __typename?: 'UpcomingChange';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly causes: ReadonlyArray<UpcomingCause>;
  /** What closes then. */
  readonly closes: ReadonlyArray<ConsentGrant>;
  /** What opens then; never by a birthday or the end of custody. */
  readonly opens: ReadonlyArray<ConsentGrant>;
};

/** Only what is given is changed; null takes the due date away. */
export type UpdateActionInput = {
  /** The action. */
  readonly actionId: Scalars['ID']['input'];
  /** When it is to be done, `null` for no date: by the agency that holds it. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Who is responsible: by the agency that holds it. */
  readonly responsible?: InputMaybe<ResponsibleInput>;
  /** How far it has come: by the agency of whoever is responsible, the coordinator, or the young person. */
  readonly status?: InputMaybe<ActionStatus>;
  /** What is to be done: by the agency that holds it. */
  readonly what?: InputMaybe<Scalars['String']['input']>;
};

/** Only what is given is changed; null takes words away. */
export type UpdateGoalInput = {
  /** The version that was read; if somebody else has changed it since, the answer is CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The goal. */
  readonly goalId: Scalars['ID']['input'];
  /** In the young person's own words: by the young person, or whoever holds the goal. */
  readonly inOwnWords?: InputMaybe<Scalars['String']['input']>;
  /** In the professionals' words: by whoever holds the goal. */
  readonly inProfessionalWords?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Who is asking, in one capacity. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The agency of the role; none for the family. */
  readonly agency: Maybe<Agency>;
  /** What the own agency takes part in, now or ahead: for a unit manager; empty for everybody else. */
  readonly agencyAssignments: ReadonlyArray<AgencyAssignment>;
  /** What waits for the viewer’s yes or no, or as a unit manager for that of the own agency. */
  readonly assignmentRequests: ReadonlyArray<AssignmentRequest>;
  /** Everything that whoever signed in may act as now. A request acts as one of them: the header `Sig-Capacity` (over a socket `capacity` beside `authorization`) names its id; with only one it need not. Asked alone, `viewer { capacities { … } }` is answered before one is picked. */
  readonly capacities: ReadonlyArray<HeldCapacity>;
  /** The one capacity in which they act. */
  readonly capacity: Capacity;
  /** The role of a professional, or the person in the case for the family. */
  readonly id: Scalars['ID']['output'];
  /** The municipality; another one is never visible. */
  readonly municipality: Municipality;
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Where the viewer is told by e-mail that there is something new; none if nowhere. */
  readonly notificationEmail: Maybe<NotificationEmail>;
  /** What changed that the viewer may see, newest first. */
  readonly notifications: NotificationConnection;
};


/** Who is asking, in one capacity. */
export type ViewerNotificationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: Scalars['Int']['input'];
};

/** What would open and close, by the same decision that every read rests on. */
export type WhatIf = {
  readonly __typename?: 'WhatIf';
  /** What would close. */
  readonly closes: ReadonlyArray<ConsentGrant>;
  /** What would open. */
  readonly opens: ReadonlyArray<ConsentGrant>;
  /** The status now. */
  readonly statusNow: CaseStatus;
  /** The status then. */
  readonly statusThen: CaseStatus;
};

/** What is imagined, all of it together, about the young person. Nothing is written. */
export type WhatIfInput = {
  /** Seen at this instant instead of now, with what time alone changes until then. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Cells that a block would close; an empty list for all. */
  readonly block?: InputMaybe<ReadonlyArray<ConsentGrantInput>>;
  /** About what; everything if left out. */
  readonly categories?: InputMaybe<ReadonlyArray<InformationCategory>>;
  /** Single cells that the signers speak about. */
  readonly grants?: InputMaybe<ReadonlyArray<ConsentGrantInput>>;
  /** What signers would say: to the cells below, or with a no to everything. */
  readonly signers?: InputMaybe<ReadonlyArray<SignerDecisionInput>>;
  /** These would talk openly with one another. */
  readonly talkOpenly?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** A block that would be lifted. */
  readonly unblockId?: InputMaybe<Scalars['ID']['input']>;
};

/** A call that is taken back. */
export type WithdrawInvitationInput = {
  /** The invitation. */
  readonly invitationId: Scalars['ID']['input'];
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
};

/** Why something is withheld. It never tells whether anything is stored. */
export type WithheldReason =
  | 'CAPACITY'
  | 'NOT_ASSIGNED'
  | 'NO_CONSENT'
  | 'PROTECTED_IDENTITY';

/** A note, held by the writer's own agency. */
export type WriteNoteInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** What it is about. */
  readonly category: InformationCategory;
  /** Chosen by the client; sent again, it gives the same answer and changes nothing more. */
  readonly requestId: Scalars['ID']['input'];
  /** Whom it is about; the young person if left out. Others may read it when all of them consent. */
  readonly subjectIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Its text. */
  readonly text: Scalars['String']['input'];
};

/** The young person (ungdom) whom the case is about; identity and contact are held by the coordinator's agency. */
export type YoungPerson = Node & {
  readonly __typename?: 'YoungPerson';
  /** Address; withheld under protected identity. */
  readonly address: Maybe<Scalars['String']['output']>;
  /** Age in whole years, turning at local midnight. */
  readonly age: Maybe<Scalars['Int']['output']>;
  /** The one of `Municipality.focusAreas` in which the young person is at home; withheld under protected identity. */
  readonly areaId: Maybe<Scalars['ID']['output']>;
  /** Date of birth. */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** Family name. */
  readonly familyName: Maybe<Scalars['String']['output']>;
  /** Given name. */
  readonly givenName: Maybe<Scalars['String']['output']>;
  /** Identifier in this case only; another case of the same person has another. */
  readonly id: Scalars['ID']['output'];
  /** Swedish personal identity number (personnummer) or coordination number, twelve digits; a T-, TF- or R-number where it stands for one; none for whoever has none. */
  readonly personalIdentityNumber: Maybe<Scalars['String']['output']>;
  /** Telephone; withheld under protected identity. */
  readonly phone: Maybe<Scalars['String']['output']>;
};
